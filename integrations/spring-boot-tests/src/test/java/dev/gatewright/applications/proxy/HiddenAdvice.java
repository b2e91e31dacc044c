package dev.gatewright.applications.proxy;

import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import dev.gatewright.applications.vault.Keeper;
import dev.gatewright.applications.vault.Tells;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.function.Function;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.IntroductionInterceptor;
import org.springframework.aop.TargetSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.DefaultIntroductionAdvisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.aop.target.HotSwappableTargetSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Proxies that do not look as if they could answer in the place of a guard. */
public final class HiddenAdvice {
  private HiddenAdvice() {}

  private static BeanPostProcessor wrapping(Function<Object, ProxyFactory> factories) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Tells ? factories.apply(bean).getProxy() : bean;
      }
    };
  }

  private static ProxyFactory proxyOf(TargetSource target) {
    ProxyFactory factory = new ProxyFactory();
    factory.setInterfaces(Tells.class);
    factory.setTargetSource(target);
    return factory;
  }

  /** Introduces one interface and answers the calls of all others. */
  @Configuration(proxyBeanMethods = false)
  @Import(Keeper.class)
  public static class Introduced {
    @Bean
    static BeanPostProcessor introducing() {
      return wrapping(
          bean -> {
            ProxyFactory factory = new ProxyFactory(bean);
            factory.addAdvisor(
                new DefaultIntroductionAdvisor(new AnsweringIntroduction(), Marker.class));
            return factory;
          });
    }
  }

  /** Says nothing: it is there to be introduced. */
  public interface Marker {}

  public static class AnsweringIntroduction implements IntroductionInterceptor {
    @Override
    public boolean implementsInterface(Class<?> type) {
      return type == Marker.class;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
      return invocation.getMethod().getName().equals("tell") ? Secret.TEXT : invocation.proceed();
    }
  }

  /** The pointcut matches the method of the interface, and not the one of the class. */
  @Configuration(proxyBeanMethods = false)
  @Import(ToldKeeper.class)
  public static class MatchedByInterface {
    @Bean
    static BeanPostProcessor advising() {
      return wrapping(
          bean -> {
            ProxyFactory factory = new ProxyFactory(bean);
            factory.addAdvisor(
                new DefaultPointcutAdvisor(
                    AnnotationMatchingPointcut.forMethodAnnotation(Told.class),
                    new Advice.Answering()));
            return factory;
          });
    }
  }

  @Retention(RetentionPolicy.RUNTIME)
  public @interface Told {}

  /** Has the annotation that the classes lack. */
  public interface TellsTold extends Tells {
    @Told
    @Override
    String tell();
  }

  public static class ToldKeeper implements TellsTold {
    @Override
    @Secured(roles = "keeper")
    public String tell() {
      return Secret.TEXT;
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Keeper.class)
  public static class Swappable {
    @Bean
    static BeanPostProcessor swapping() {
      return wrapping(bean -> proxyOf(new HotSwappableTargetSource(bean)));
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Keeper.class)
  public static class OwnTarget {
    @Bean
    static BeanPostProcessor targeting() {
      return wrapping(bean -> proxyOf(new SecondKeeper(bean)));
    }
  }

  /** Shows the guard to those who look first, and hands out the keeper itself later. */
  public static class SecondKeeper implements TargetSource {
    private final Object guard;

    SecondKeeper(Object guard) {
      this.guard = guard;
    }

    @Override
    public Class<?> getTargetClass() {
      return guard.getClass();
    }

    @Override
    public Object getTarget() {
      return (Tells) () -> Secret.TEXT;
    }
  }
}
