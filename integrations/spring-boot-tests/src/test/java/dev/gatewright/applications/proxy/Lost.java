package dev.gatewright.applications.proxy;

import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.aspectj.lang.annotation.After;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.springframework.aop.MethodBeforeAdvice;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.EnableAspectJAutoProxy;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Advice whose pointcuts find what is guarded, and some of them not its guard. */
public final class Lost {
  private Lost() {}

  /** Counts calls, say. */
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Counted {}

  @RestController
  @Counted
  @Secured(roles = "keeper")
  public static class Shelf {
    @Counted
    @Hidden
    @GetMapping("/shelf")
    public String open() {
      return Secret.TEXT;
    }
  }

  @Retention(RetentionPolicy.RUNTIME)
  public @interface Other {}

  /** A guard cannot name it. */
  @Retention(RetentionPolicy.RUNTIME)
  private @interface Hidden {}

  /** Made when it is asked for. */
  @RestController
  @Scope("prototype")
  @Secured(roles = "keeper")
  public static class Drawer {
    @Counted
    @GetMapping("/drawer")
    public String open() {
      return Secret.TEXT;
    }
  }

  @Aspect
  public static class ByMapping {
    @Before("@annotation(org.springframework.web.bind.annotation.GetMapping)")
    public void count() {}
  }

  @Aspect
  public static class ByStereotype {
    @After("@within(org.springframework.web.bind.annotation.RestController)")
    public void count() {}
  }

  @Aspect
  public static class ByHiddenAnnotation {
    @Before("@annotation(dev.gatewright.applications.proxy.Lost.Hidden)")
    public void count() {}
  }

  @Aspect
  public static class ByClass {
    @Before("within(dev.gatewright.applications.proxy.Lost.Shelf)")
    public void count() {}
  }

  @Aspect
  public static class ByMethod {
    @Before("execution(* dev.gatewright.applications.proxy.Lost.Shelf.open())")
    public void count() {}
  }

  @Aspect
  public static class BySupertype {
    @Before(
        "target(dev.gatewright.applications.proxy.Lost.Shelf)"
            + " && within(dev.gatewright.applications.proxy..*)")
    public void count() {}
  }

  @Aspect
  public static class OfOthers {
    @Before("@annotation(dev.gatewright.applications.proxy.Lost.Other)")
    public void count() {}
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAspectJAutoProxy
  @Import({Shelf.class, ByMapping.class})
  public static class MappingAnnotation {}

  @Configuration(proxyBeanMethods = false)
  @EnableAspectJAutoProxy
  @Import({Drawer.class, ByMapping.class})
  public static class MappingAnnotationOfPrototype {}

  @Configuration(proxyBeanMethods = false)
  @EnableAspectJAutoProxy
  @Import({Shelf.class, ByStereotype.class})
  public static class Stereotype {}

  @Configuration(proxyBeanMethods = false)
  @EnableAspectJAutoProxy
  @Import({Shelf.class, ByHiddenAnnotation.class})
  public static class HiddenAnnotation {}

  @Configuration(proxyBeanMethods = false)
  @EnableAspectJAutoProxy
  @Import({Shelf.class, ByClass.class})
  public static class ExactClass {}

  @Configuration(proxyBeanMethods = false)
  @EnableAspectJAutoProxy
  @Import(Shelf.class)
  public static class AdvisorBean {
    @Bean
    DefaultPointcutAdvisor counting() {
      MethodBeforeAdvice before = (method, arguments, target) -> {};
      StaticMethodMatcherPointcut hidden =
          new StaticMethodMatcherPointcut() {
            @Override
            public boolean matches(java.lang.reflect.Method method, Class<?> type) {
              return method.isAnnotationPresent(Hidden.class);
            }
          };
      return new DefaultPointcutAdvisor(new ComposablePointcut(hidden.getMethodMatcher()), before);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAspectJAutoProxy
  @Import({Shelf.class, ByMethod.class, BySupertype.class, OfOthers.class})
  public static class Applying {}
}
