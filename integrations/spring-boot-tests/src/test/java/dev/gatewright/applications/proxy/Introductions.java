package dev.gatewright.applications.proxy;

import dev.gatewright.Public;
import dev.gatewright.applications.vault.Keeper;
import dev.gatewright.applications.vault.Tells;
import org.aopalliance.aop.Advice;
import org.aopalliance.intercept.MethodInterceptor;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.DeclareParents;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.DelegatePerTargetObjectIntroductionInterceptor;
import org.springframework.aop.support.DelegatingIntroductionInterceptor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.EnableAspectJAutoProxy;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Beans to which advice adds an interface, with an object that answers for it. */
public final class Introductions {
  private Introductions() {}

  /** Knows nothing of what it tells. */
  @Component
  public static class Plain {
    public String name() {
      return "plain";
    }
  }

  /** Asks the bean by the interface that it was given. */
  @RestController
  public static class Asks {
    private final Plain plain;

    public Asks(Plain plain) {
      this.plain = plain;
    }

    @GetMapping("/introduced")
    @Public(reason = "the keeper is guarded")
    public String ask() {
      return ((Tells) plain).tell();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAspectJAutoProxy(proxyTargetClass = true)
  @Import({Plain.class, Mixing.class, Asks.class})
  public static class Declared {}

  @Aspect
  @Component
  public static class Mixing {
    @DeclareParents(
        value = "dev.gatewright.applications.proxy.Introductions.Plain",
        defaultImpl = Keeper.class)
    public static Tells mixin;
  }

  private static Plain introduced(Advice advice) {
    ProxyFactory factory = new ProxyFactory(new Plain());
    factory.setProxyTargetClass(true);
    factory.addAdvice(advice);
    factory.addInterface(Tells.class);
    return (Plain) factory.getProxy();
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Asks.class)
  public static class Delegated {
    @Bean
    Plain plain() {
      return introduced(new DelegatingIntroductionInterceptor(new Keeper()));
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Asks.class)
  public static class MadePerTarget {
    @Bean
    Plain plain() {
      return introduced(
          new DelegatePerTargetObjectIntroductionInterceptor(Keeper.class, Tells.class));
    }
  }

  /** No introduction, but answers for one. */
  @Configuration(proxyBeanMethods = false)
  @Import(Asks.class)
  public static class Intercepted {
    @Bean
    Plain plain() {
      Keeper keeper = new Keeper();
      MethodInterceptor answering =
          call -> call.getMethod().getName().equals("tell") ? keeper.tell() : call.proceed();
      return introduced(answering);
    }
  }

  /** The bean is what is introduced. */
  @Configuration(proxyBeanMethods = false)
  @Import(Asks.class)
  public static class OfBean {
    @Bean
    Plain plain(Tells keeper) {
      return introduced(new DelegatingIntroductionInterceptor(keeper));
    }
  }
}
