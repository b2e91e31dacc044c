package dev.gatewright.applications.proxy;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import dev.gatewright.runtime.Gate;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.aopalliance.intercept.MethodInterceptor;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.TargetSource;
import org.springframework.aop.framework.AbstractAdvisingBeanPostProcessor;
import org.springframework.aop.framework.ProxyFactoryBean;
import org.springframework.aop.framework.autoproxy.AbstractAutoProxyCreator;
import org.springframework.aop.framework.autoproxy.DefaultAdvisorAutoProxyCreator;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.EnableAspectJAutoProxy;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.annotation.RequestScope;

/** Advice that finds a class by less ordinary ways, and not its guard. */
public final class LostLess {
  private LostLess() {}

  /** A guard cannot name it. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD})
  private @interface Hidden {}

  /** The method has another parameter than its override. */
  public abstract static class Crud<T> {
    @Hidden
    @GetMapping("/read")
    public String read(T text) {
      return Secret.TEXT;
    }
  }

  @RestController
  @Secured(roles = "keeper")
  public static class Generic extends Crud<String> {}

  /** The method is in an interface only. */
  public interface Reads<T> {
    @Hidden
    @GetMapping("/read")
    default String read(T text) {
      return Secret.TEXT;
    }
  }

  @RestController
  @Secured(roles = "keeper")
  public static class Defaulted implements Reads<String> {}

  @Service
  @Hidden
  public static class Shelf {
    @Secured(roles = "keeper")
    public String open() {
      return Secret.TEXT;
    }

    /** No guard stands before it. */
    public String name() {
      return "shelf";
    }
  }

  @RestController
  @Secured(roles = "keeper")
  public static class Drawer {
    @Hidden
    @GetMapping("/drawer")
    public String open() {
      return Secret.TEXT;
    }
  }

  /** A method of the application makes it, or its guard. */
  public static class Chest {
    @Hidden
    @Secured(roles = "keeper")
    public String open() {
      return Secret.TEXT;
    }
  }

  @RestController
  @Public(reason = "test")
  public static class Door {
    private final ObjectProvider<Chest> chests;

    Door(ObjectProvider<Chest> chests) {
      this.chests = chests;
    }

    @GetMapping("/chest")
    public String open() {
      return chests.getObject().open();
    }
  }

  @Aspect
  public static class Checks {
    @Around("execution(* dev.gatewright.applications.proxy.LostLess.Drawer.open(..))")
    public Object time(ProceedingJoinPoint call) throws Throwable {
      return call.proceed();
    }

    @Before("@annotation(dev.gatewright.applications.proxy.LostLess.Hidden)")
    public void check() {}
  }

  @Aspect
  public static class ByTarget {
    @Before(
        "@target(org.springframework.stereotype.Service)"
            + " && within(dev.gatewright.applications.proxy..*)")
    public void check() {}
  }

  @Aspect
  public static class ByBoundTarget {
    @Before("inProxies() && @target(service)")
    public void check(Service service) {}

    @org.aspectj.lang.annotation.Pointcut("within(dev.gatewright.applications.proxy..*)")
    void inProxies() {}
  }

  @Aspect
  public static class ByOtherTarget {
    @Before(
        "!@target(org.springframework.web.bind.annotation.RestController)"
            + " && within(dev.gatewright.applications.proxy..*)")
    public void check() {}
  }

  @Aspect
  public static class OfUnguardedMethods {
    @Before("execution(* name()) && within(dev.gatewright.applications.proxy.LostLess.Shelf)")
    public void check() {}
  }

  public static final class Check implements MethodInterceptor {
    @Override
    public Object invoke(org.aopalliance.intercept.MethodInvocation call) {
      throw new IllegalStateException("refused");
    }
  }

  private static DefaultPointcutAdvisor ofHiddenClasses() {
    return new DefaultPointcutAdvisor(
        AnnotationMatchingPointcut.forClassAnnotation(Hidden.class), new Check());
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAspectJAutoProxy
  @Import({Generic.class, Checks.class})
  public static class GenericBase {}

  @Configuration(proxyBeanMethods = false)
  @EnableAspectJAutoProxy
  @Import({Defaulted.class, Checks.class})
  public static class DefaultMethod {}

  @Configuration(proxyBeanMethods = false)
  @EnableAspectJAutoProxy
  @Import({Drawer.class, Checks.class})
  public static class TwoOfOneAspect {}

  @Configuration(proxyBeanMethods = false)
  @EnableAspectJAutoProxy
  @Import({Shelf.class, ByTarget.class})
  public static class TargetAnnotation {}

  @Configuration(proxyBeanMethods = false)
  @EnableAspectJAutoProxy
  @Import({Shelf.class, ByBoundTarget.class})
  public static class BoundAnnotation {}

  @Configuration(proxyBeanMethods = false)
  @EnableAspectJAutoProxy
  @Import({Shelf.class, ByOtherTarget.class})
  public static class OtherTarget {}

  @Configuration(proxyBeanMethods = false)
  @EnableAspectJAutoProxy
  @Import({Shelf.class, OfUnguardedMethods.class})
  public static class UnguardedMethod {}

  /** As post-processors of Spring's own are written. */
  @Configuration(proxyBeanMethods = false)
  @Import(Shelf.class)
  public static class Advising {
    @Bean
    static AbstractAdvisingBeanPostProcessor advising() {
      return new AbstractAdvisingBeanPostProcessor() {
        private static final long serialVersionUID = 1L;

        {
          advisor = ofHiddenClasses();
        }
      };
    }
  }

  /** Chooses by itself. */
  @Configuration(proxyBeanMethods = false)
  @Import(Shelf.class)
  public static class Choosing {
    @Bean
    static AbstractAutoProxyCreator choosing() {
      return new AbstractAutoProxyCreator() {
        private static final long serialVersionUID = 1L;

        @Override
        protected Object @Nullable [] getAdvicesAndAdvisorsForBean(
            Class<?> type, String name, @Nullable TargetSource source) {
          return type.isAnnotationPresent(Hidden.class) ? new Object[] {new Check()} : DO_NOT_PROXY;
        }
      };
    }
  }

  /** Is not the one that Spring Boot makes. */
  @Configuration(proxyBeanMethods = false)
  @Import(Shelf.class)
  public static class OwnCreator {
    @Bean
    static DefaultAdvisorAutoProxyCreator creator() {
      return new DefaultAdvisorAutoProxyCreator();
    }

    @Bean
    DefaultPointcutAdvisor advisor() {
      return ofHiddenClasses();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Shelf.class)
  public static class Factory {
    @Bean
    ProxyFactoryBean proxied(Shelf shelf) {
      ProxyFactoryBean factory = new ProxyFactoryBean();
      factory.setProxyTargetClass(true);
      factory.setTarget(shelf);
      factory.addAdvisor(ofHiddenClasses());
      return factory;
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAspectJAutoProxy
  @Import({Door.class, Checks.class})
  public static class OfRequest {
    @Bean
    @RequestScope
    Chest chest(Gate gate) {
      return new LostLess_ChestGuard(gate);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Door.class)
  public static class OfRequestWithoutAdvice {
    @Bean
    @RequestScope
    Chest chest(Gate gate) {
      return new LostLess_ChestGuard(gate);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Door.class)
  public static class UnguardedOfRequest {
    @Bean
    @RequestScope
    Chest chest() {
      return new Chest();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAspectJAutoProxy
  @Import({Door.class, Checks.class})
  public static class MadeLazily {
    @Bean
    @Lazy
    Chest chest(Gate gate) {
      return new LostLess_ChestGuard(gate);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAspectJAutoProxy
  @Import({Door.class, Checks.class})
  public static class MadeForEach {
    @Bean
    @Scope("prototype")
    Chest chest(Gate gate) {
      return new LostLess_ChestGuard(gate);
    }
  }
}
