package dev.gatewright.spring;

import dev.gatewright.runtime.policy.EndpointPolicy;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.aopalliance.aop.Advice;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.AfterReturningAdvice;
import org.springframework.aop.DynamicIntroductionAdvice;
import org.springframework.aop.MethodBeforeAdvice;
import org.springframework.aop.PointcutAdvisor;
import org.springframework.aop.SpringProxy;
import org.springframework.aop.ThrowsAdvice;
import org.springframework.aop.aspectj.AbstractAspectJAdvice;
import org.springframework.aop.framework.Advised;
import org.springframework.cache.interceptor.CacheAspectSupport;
import org.springframework.cache.interceptor.CacheOperation;
import org.springframework.cache.interceptor.CacheOperationSource;
import org.springframework.cache.interceptor.CacheableOperation;
import org.springframework.util.ClassUtils;

/**
 * Verifies what stands before a guard: an advice that can answer without calling the guard, as a
 * cache does, would answer anybody.
 *
 * <p>Advice that runs before or after a call always calls it, and so do the interceptors of Spring
 * and Micrometer that are named here. Any other advice around an endpoint must be listed as exempt.
 */
final class AdviceVerifier {

  /** Of Spring: advice that runs before or after a call, as interceptors. */
  private static final List<String> BEFORE_OR_AFTER =
      List.of(
          "org.springframework.aop.aspectj.AspectJAfterAdvice",
          "org.springframework.aop.aspectj.AspectJAfterThrowingAdvice",
          "org.springframework.aop.framework.adapter.MethodBeforeAdviceInterceptor",
          "org.springframework.aop.framework.adapter.AfterReturningAdviceInterceptor",
          "org.springframework.aop.framework.adapter.ThrowsAdviceInterceptor");

  /** Of Spring: they answer for what they introduce, and for nothing else. */
  private static final List<String> INTRODUCTIONS =
      List.of(
          "org.springframework.aop.support.DelegatingIntroductionInterceptor",
          "org.springframework.aop.support.DelegatePerTargetObjectIntroductionInterceptor");

  /** Of Spring: they hand out the bean itself, which is looked at when it is made. */
  private static final List<String> TARGETS =
      List.of(
          "org.springframework.aop.target.SingletonTargetSource",
          "org.springframework.aop.target.SimpleBeanTargetSource",
          "org.springframework.aop.target.LazyInitTargetSource",
          "org.springframework.aop.target.PrototypeTargetSource",
          "org.springframework.aop.target.ThreadLocalTargetSource",
          "org.springframework.aop.target.CommonsPool2TargetSource");

  /** Interceptors and aspects that call through, or fail; by class or package. */
  private static final List<String> CALLING_THROUGH =
      List.of(
          "org.springframework.transaction.interceptor.TransactionInterceptor",
          "org.springframework.dao.support.PersistenceExceptionTranslationInterceptor",
          "org.springframework.validation.beanvalidation.MethodValidationInterceptor",
          // They hand the call to another thread, where no exchange is open and the guard refuses.
          "org.springframework.scheduling.annotation.AnnotationAsyncExecutionInterceptor",
          "org.springframework.aop.interceptor.",
          // They call again, and fail when they give up.
          "org.springframework.resilience.",
          "io.micrometer.core.aop.",
          "io.micrometer.observation.aop.");

  private final Exemptions exemptions;

  AdviceVerifier(Exemptions exemptions) {
    this.exemptions = exemptions;
  }

  /**
   * Verifies a bean that is a guard, or a proxy of one.
   *
   * @param type the guard's class
   * @throws StartUpException if it can be answered for
   */
  void verify(Object bean, Class<?> type, String beanName) {
    if (bean instanceof Advised advised) {
      verifyTarget(advised.getTargetSource().getClass(), beanName);
      for (Advisor advisor : advised.getAdvisors()) {
        verify(advisor, type, beanName);
      }
    } else if (bean instanceof SpringProxy || Proxy.isProxyClass(bean.getClass())) {
      throw new StartUpException(
          "the bean '"
              + beanName
              + "' hides its guard "
              + type.getName()
              + " behind a proxy that cannot be looked into",
          "let Spring AOP make the proxy, and do not make it opaque.");
    }
  }

  private void verifyTarget(Class<?> source, String beanName) {
    if (!TARGETS.contains(source.getName()) && !exemptions.contain(source)) {
      throw new StartUpException(
          "the proxy of the bean '"
              + beanName
              + "' takes its target from "
              + source.getName()
              + ", which may hand out another object than the guard",
          "let it stand before the guard itself; or, if it hands out nothing else, list its class"
              + " in '"
              + Exemptions.PROPERTY
              + "': "
              + source.getName()
              + ".");
    }
  }

  private void verify(Advisor advisor, Class<?> type, String beanName) {
    Advice advice = advisor.getAdvice();
    Class<?> answering = classOf(advice);
    if (isBeforeOrAfter(advice)
        || isCallingThrough(answering.getName())
        || exemptions.contain(answering)) {
      return;
    }
    for (EndpointPolicy policy : GuardClasses.endpointPolicies(type)) {
      Method method = EndpointMethods.of(policy, type);
      if (isBefore(advisor, method, type) && mayAnswer(advice, method, type)) {
        throw new StartUpException(
            "the advice "
                + answering.getName()
                + " (of "
                + advisor.getClass().getName()
                + ") stands before the guard of "
                + policy
                + " (bean '"
                + beanName
                + "') and can answer without asking it",
            "move the advised method to a bean of its own that the endpoint calls; or, if the"
                + " advice always calls the endpoint, list its class in '"
                + Exemptions.PROPERTY
                + "': "
                + answering.getName()
                + ".");
      }
    }
  }

  /** An interceptor may call itself so and answer all the same. */
  private static boolean isBeforeOrAfter(Advice advice) {
    return advice instanceof MethodInterceptor
        ? BEFORE_OR_AFTER.contains(advice.getClass().getName())
        : advice instanceof MethodBeforeAdvice
            || advice instanceof AfterReturningAdvice
            || advice instanceof ThrowsAdvice;
  }

  /** Of an aspect, the class whose method is the advice. */
  private static Class<?> classOf(Advice advice) {
    return advice instanceof AbstractAspectJAdvice aspect
        ? aspect.getAspectJAdviceMethod().getDeclaringClass()
        : advice.getClass();
  }

  private static boolean isCallingThrough(String className) {
    return CALLING_THROUGH.stream()
        .anyMatch(each -> each.endsWith(".") ? className.startsWith(each) : className.equals(each));
  }

  private static boolean isBefore(Advisor advisor, Method method, Class<?> type) {
    if (!(advisor instanceof PointcutAdvisor pointcut)) {
      return true;
    }
    // A proxy of interfaces is asked with the interface's method.
    return pointcut.getPointcut().getClassFilter().matches(type)
        && declarations(method, type)
            .anyMatch(each -> pointcut.getPointcut().getMethodMatcher().matches(each, type));
  }

  private static Stream<Method> declarations(Method method, Class<?> type) {
    Stream<Method> inherited =
        Stream.concat(
                Stream.of(ClassUtils.getAllInterfacesForClass(type)),
                Stream.of(type.getSuperclass()))
            .map(
                each ->
                    ClassUtils.getMethodIfAvailable(
                        each, method.getName(), method.getParameterTypes()))
            .filter(Objects::nonNull);
    return Stream.concat(Stream.of(method), inherited);
  }

  /**
   * Of a cache's operations only a look-up answers in the endpoint's place, and what introduces an
   * interface only answers for that one's methods.
   */
  private static boolean mayAnswer(Advice advice, Method method, Class<?> type) {
    if (advice instanceof DynamicIntroductionAdvice introduction
        && INTRODUCTIONS.contains(advice.getClass().getName())) {
      return Stream.of(ClassUtils.getAllInterfacesForClass(type))
          .filter(each -> ClassUtils.hasMethod(each, method.getName(), method.getParameterTypes()))
          .anyMatch(introduction::implementsInterface);
    }
    CacheOperationSource source =
        advice instanceof CacheAspectSupport cache ? cache.getCacheOperationSource() : null;
    if (source == null) {
      return true;
    }
    Collection<CacheOperation> operations = source.getCacheOperations(method, type);
    return operations != null && operations.stream().anyMatch(CacheableOperation.class::isInstance);
  }
}
