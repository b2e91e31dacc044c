package dev.gatewright.applications.proxy;

import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import dev.gatewright.applications.vault.KeeperGuard;
import dev.gatewright.applications.vault.Tells;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Guard;
import java.lang.reflect.Proxy;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.aop.target.SingletonTargetSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Proxies around proxies: what is behind the outermost is no class of the application's. */
public final class Layers {
  private Layers() {}

  private static Tells around(Tells target, boolean answering) {
    ProxyFactory factory = new ProxyFactory();
    factory.setTarget(target);
    factory.setInterfaces(Tells.class);
    if (answering) {
      factory.addAdvice(new Advice.Answering());
    }
    return (Tells) factory.getProxy();
  }

  @Configuration(proxyBeanMethods = false)
  public static class AnsweringOutside {
    @Bean
    Tells keeper(Gate gate) {
      return around(around(new KeeperGuard(gate), false), true);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class AnsweringInside {
    @Bean
    Tells keeper(Gate gate) {
      return around(around(new KeeperGuard(gate), true), false);
    }
  }

  /** Behind a proxy of Spring's is one of the JDK's, which says that it is the guard. */
  @Configuration(proxyBeanMethods = false)
  public static class UnreadableInside {
    @Bean
    Tells keeper(Gate gate) {
      Guard guard = new KeeperGuard(gate);
      return around(
          (Tells)
              Proxy.newProxyInstance(
                  Tells.class.getClassLoader(),
                  new Class<?>[] {Tells.class, Guard.class},
                  (proxy, method, arguments) ->
                      method.getName().equals("tell")
                          ? Secret.TEXT
                          : method.invoke(guard, arguments)),
          false);
    }
  }

  /** Hands out more than the one object of the source that it extends. */
  @Configuration(proxyBeanMethods = false)
  public static class ExtendedSource {
    @Bean
    Tells keeper(Gate gate) {
      ProxyFactory factory = new ProxyFactory();
      factory.setTargetSource(new Exchanging(new KeeperGuard(gate)));
      factory.setInterfaces(Tells.class);
      return (Tells) factory.getProxy();
    }
  }

  static final class Exchanging extends SingletonTargetSource {
    private static final long serialVersionUID = 1L;

    private int asked;

    Exchanging(Object guard) {
      super(guard);
    }

    @Override
    public Object getTarget() {
      asked++;
      return asked < 3 ? super.getTarget() : (Tells) () -> Secret.TEXT;
    }
  }

  public interface Speaks<T> {
    String speak(T to);
  }

  /** Is called by its interface with an object, and has the method for texts. */
  public static class Speaker implements Speaks<String>, Tells {
    @Override
    @Secured(roles = "keeper")
    public String speak(String to) {
      return Secret.TEXT;
    }

    @Override
    @Secured(roles = "keeper")
    public String tell() {
      return Secret.TEXT;
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Speaker.class)
  public static class AroundBridge {
    @Bean
    static BeanPostProcessor advising() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          if (!(bean instanceof Speaks)) {
            return bean;
          }
          ProxyFactory factory = new ProxyFactory(bean);
          factory.addAdvisor(new DefaultPointcutAdvisor(new OfObject(), new Advice.Answering()));
          return factory.getProxy();
        }
      };
    }
  }

  private static final class OfObject extends StaticMethodMatcherPointcut {
    @Override
    public boolean matches(java.lang.reflect.Method method, Class<?> type) {
      return method.getParameterCount() == 1 && method.getParameterTypes()[0] == Object.class;
    }
  }
}
