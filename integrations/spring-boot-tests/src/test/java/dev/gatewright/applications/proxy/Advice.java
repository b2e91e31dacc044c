package dev.gatewright.applications.proxy;

import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import dev.gatewright.applications.vault.Keeper;
import dev.gatewright.applications.vault.Tells;
import dev.gatewright.applications.vault.Vault;
import dev.gatewright.runtime.Gate;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.AfterThrowing;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.springframework.aop.AfterAdvice;
import org.springframework.aop.BeforeAdvice;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.framework.ProxyFactoryBean;
import org.springframework.aop.framework.autoproxy.BeanNameAutoProxyCreator;
import org.springframework.aop.framework.autoproxy.DefaultAdvisorAutoProxyCreator;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.concurrent.ConcurrentMapCacheManager;
import org.springframework.cglib.proxy.Enhancer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.EnableAspectJAutoProxy;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Advice in front of guards. */
public final class Advice {
  private Advice() {}

  private static Object answerWithout(Object... ignored) {
    return Secret.TEXT;
  }

  @Configuration(proxyBeanMethods = false)
  @EnableCaching
  @Import(CachedVault.class)
  public static class Caching {
    @Bean
    CacheManager caches() {
      return new ConcurrentMapCacheManager();
    }
  }

  @RestController
  public static class CachedVault {
    @GetMapping("/vault")
    @Secured(roles = "keeper")
    @Cacheable("vault")
    public String open() {
      return Secret.TEXT;
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAspectJAutoProxy(proxyTargetClass = true)
  @Import(AnsweringAspect.class)
  public static class Aspects {}

  @Aspect
  @Component
  public static class AnsweringAspect {
    @Around("execution(* dev.gatewright.applications.vault..*.open())")
    public Object answer(ProceedingJoinPoint point) {
      return answerWithout(point);
    }
  }

  /** Advice that cannot answer. */
  @Configuration(proxyBeanMethods = false)
  @EnableAspectJAutoProxy(proxyTargetClass = true)
  @Import(WatchingAspect.class)
  public static class Watching {}

  @Aspect
  @Component
  public static class WatchingAspect {
    public final AtomicInteger calls = new AtomicInteger();

    @Before("execution(* dev.gatewright.applications.vault..*.open())")
    public void before() {
      calls.incrementAndGet();
    }

    @AfterReturning("execution(* dev.gatewright.applications.vault..*.open())")
    public void afterReturning() {
      calls.incrementAndGet();
    }

    @AfterThrowing("execution(* dev.gatewright.applications.vault..*.open())")
    public void afterThrowing() {
      calls.incrementAndGet();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableTransactionManagement(proxyTargetClass = true)
  @Import(TransactionalVault.class)
  public static class Transactions {
    @Bean
    PlatformTransactionManager transactions() {
      return new NoTransactions();
    }
  }

  @RestController
  public static class TransactionalVault {
    @GetMapping("/vault")
    @Secured(roles = "keeper")
    @Transactional
    public String open() {
      return Secret.TEXT;
    }
  }

  private static final class NoTransactions extends AbstractPlatformTransactionManager {
    private static final long serialVersionUID = 1L;

    @Override
    protected Object doGetTransaction() {
      return "none";
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
      // There is nothing to begin.
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
      // There is nothing to commit.
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
      // There is nothing to roll back.
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Advisors {
    @Bean
    static DefaultAdvisorAutoProxyCreator creator() {
      DefaultAdvisorAutoProxyCreator creator = new DefaultAdvisorAutoProxyCreator();
      creator.setProxyTargetClass(true);
      return creator;
    }

    @Bean
    static DefaultPointcutAdvisor advisor() {
      return new DefaultPointcutAdvisor(new Opening(), new Answering());
    }
  }

  /** The calls that open the vault. */
  private static final class Opening extends StaticMethodMatcherPointcut {
    @Override
    public boolean matches(Method method, Class<?> type) {
      return Vault.class.isAssignableFrom(type) && method.getName().equals("open");
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Marked {
    @Bean
    static DefaultAdvisorAutoProxyCreator creator() {
      return Advisors.creator();
    }

    @Bean
    static DefaultPointcutAdvisor advisor() {
      return new DefaultPointcutAdvisor(new Opening(), new MarkedAsBefore());
    }
  }

  /** Says of itself that it only runs before a call. */
  public static class MarkedAsBefore extends Answering implements BeforeAdvice, AfterAdvice {}

  public static class Answering implements MethodInterceptor {
    @Override
    public Object invoke(MethodInvocation invocation) throws Throwable {
      String name = invocation.getMethod().getName();
      return name.equals("open") || name.equals("tell")
          ? answerWithout(invocation)
          : invocation.proceed();
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class BeanNames {
    @Bean
    static BeanNameAutoProxyCreator creator() {
      BeanNameAutoProxyCreator creator = new BeanNameAutoProxyCreator();
      creator.setBeanNames("vault", "*.Vault", "*Vault*");
      creator.setInterceptorNames("answering");
      creator.setProxyTargetClass(true);
      return creator;
    }

    @Bean
    static Answering answering() {
      return new Answering();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Keeper.class)
  public static class FactoryBeanOfProxy {
    @Bean
    @Primary
    ProxyFactoryBean proxied(Keeper keeper) {
      ProxyFactoryBean factory = new ProxyFactoryBean();
      factory.setTarget(keeper);
      factory.addAdvice(new Answering());
      return factory;
    }
  }

  /** Wraps by {@link ProxyFactory}, as Spring's own creators do. */
  @Configuration(proxyBeanMethods = false)
  @Import(Keeper.class)
  public static class WrappedBySpring {
    @Bean
    static BeanPostProcessor wrapping() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          if (!(bean instanceof Keeper)) {
            return bean;
          }
          ProxyFactory factory = new ProxyFactory(bean);
          factory.addAdvice(new Answering());
          return factory.getProxy();
        }
      };
    }
  }

  /** The proxy does not say that there is a guard behind it. */
  @Configuration(proxyBeanMethods = false)
  @Import(Keeper.class)
  public static class WrappedAsTeller {
    @Bean
    static BeanPostProcessor wrapping() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          if (!(bean instanceof Keeper)) {
            return bean;
          }
          ProxyFactory factory = new ProxyFactory();
          factory.setTarget(bean);
          factory.setInterfaces(Tells.class);
          factory.addAdvice(new Answering());
          return factory.getProxy();
        }
      };
    }
  }

  /** Wraps by the JDK's proxy: of what is behind it nothing can be seen. */
  @Configuration(proxyBeanMethods = false)
  @Import(Keeper.class)
  public static class WrappedByJdk {
    @Bean
    static BeanPostProcessor wrapping() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof Keeper
              ? Proxy.newProxyInstance(
                  Tells.class.getClassLoader(),
                  new Class<?>[] {Tells.class},
                  (proxy, method, arguments) -> answerWithout(method))
              : bean;
        }
      };
    }
  }

  /** Says of itself that it is a guard. */
  @Configuration(proxyBeanMethods = false)
  @Import(Keeper.class)
  public static class SubclassedGuard {
    @Bean
    static BeanPostProcessor wrapping() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          if (!(bean instanceof Keeper)) {
            return bean;
          }
          Enhancer enhancer = new Enhancer();
          enhancer.setSuperclass(bean.getClass());
          enhancer.setCallback(
              (org.springframework.cglib.proxy.MethodInterceptor)
                  (proxy, method, arguments, call) ->
                      method.getName().equals("tell")
                          ? answerWithout(method)
                          : call.invokeSuper(proxy, arguments));
          return enhancer.create(new Class<?>[] {Gate.class}, new Object[] {null});
        }
      };
    }
  }
}
