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
    @GetMapping("/shelf")
    public String open() {
      return Secret.TEXT;
    }
  }

  @Retention(RetentionPolicy.RUNTIME)
  public @interface Other {}

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
  public static class ByAnnotationOfMethod {
    @Before("@annotation(dev.gatewright.applications.proxy.Lost.Counted)")
    public void count() {}
  }

  @Aspect
  public static class ByAnnotationOfClass {
    @After("@within(dev.gatewright.applications.proxy.Lost.Counted)")
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
  @Import({Shelf.class, ByAnnotationOfMethod.class})
  public static class MethodAnnotation {}

  @Configuration(proxyBeanMethods = false)
  @EnableAspectJAutoProxy
  @Import({Drawer.class, ByAnnotationOfMethod.class})
  public static class MethodAnnotationOfPrototype {}

  @Configuration(proxyBeanMethods = false)
  @EnableAspectJAutoProxy
  @Import({Shelf.class, ByAnnotationOfClass.class})
  public static class ClassAnnotation {}

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
      StaticMethodMatcherPointcut counted =
          new StaticMethodMatcherPointcut() {
            @Override
            public boolean matches(java.lang.reflect.Method method, Class<?> type) {
              return method.isAnnotationPresent(Counted.class);
            }
          };
      return new DefaultPointcutAdvisor(new ComposablePointcut(counted.getMethodMatcher()), before);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAspectJAutoProxy
  @Import({Shelf.class, ByMethod.class, BySupertype.class, OfOthers.class})
  public static class Applying {}
}
