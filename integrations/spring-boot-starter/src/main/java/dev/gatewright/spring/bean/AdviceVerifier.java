package dev.gatewright.spring.bean;

import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.spring.exemption.Exemptions;
import dev.gatewright.spring.guard.EndpointMethods;
import dev.gatewright.spring.guard.FrameworkClasses;
import dev.gatewright.spring.guard.GuardClasses;
import dev.gatewright.spring.guard.Unproxied;
import dev.gatewright.spring.startup.StartUpException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aopalliance.aop.Advice;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.AfterReturningAdvice;
import org.springframework.aop.DynamicIntroductionAdvice;
import org.springframework.aop.IntroductionAdvisor;
import org.springframework.aop.MethodBeforeAdvice;
import org.springframework.aop.PointcutAdvisor;
import org.springframework.aop.ThrowsAdvice;
import org.springframework.aop.aspectj.AbstractAspectJAdvice;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.support.MethodMatchers;
import org.springframework.cache.interceptor.CacheInterceptor;
import org.springframework.cache.interceptor.CacheOperation;
import org.springframework.cache.interceptor.CacheOperationSource;
import org.springframework.cache.interceptor.CacheableOperation;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

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
          // It calls the refreshed bean, for which it asks the container.
          "org.springframework.cloud.context.scope.GenericScope$LockedScopedProxyFactoryBean",
          // They call again, and fail when they give up.
          "org.springframework.resilience.",
          "io.micrometer.core.aop.",
          "io.micrometer.observation.aop.");

  private final Exemptions exemptions;

  AdviceVerifier(Exemptions exemptions) {
    this.exemptions = exemptions;
  }

  /**
   * Verifies what stands before a guard.
   *
   * @throws StartUpException if it can be answered for
   */
  void verify(Unproxied guard, String beanName) {
    for (Advised proxy : guard.proxies()) {
      verifyTarget(proxy.getTargetSource().getClass(), beanName);
      ProxyCreators.asFor(
          beanName,
          () -> {
            Advisor[] advisors = proxy.getAdvisors();
            boolean introduces = introducesTo(guard.type(), advisors);
            for (Advisor advisor : advisors) {
              verify(advisor, guard.type(), beanName, introduces);
            }
          });
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

  private void verify(Advisor advisor, Class<?> type, String beanName, boolean introduces) {
    Advice advice = advisor.getAdvice();
    Class<?> answering = classOf(advice);
    if (isBeforeOrAfter(advice) || isCallingThrough(answering) || exemptions.contain(answering)) {
      return;
    }
    for (EndpointPolicy policy : GuardClasses.endpointPolicies(type)) {
      Method method = EndpointMethods.of(policy, type);
      if (declarations(method, type)
          .filter(each -> isBefore(advisor, each, type, introduces))
          .anyMatch(each -> mayAnswer(advice, each, type))) {
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
  static Class<?> classOf(Advice advice) {
    return advice instanceof AbstractAspectJAdvice aspect
        ? aspect.getAspectJAdviceMethod().getDeclaringClass()
        : advice.getClass();
  }

  private static boolean isCallingThrough(Class<?> type) {
    return CALLING_THROUGH.stream()
        .anyMatch(
            each ->
                each.endsWith(".")
                    ? FrameworkClasses.contain(type, each)
                    : type.getName().equals(each));
  }

  private static boolean isBefore(
      Advisor advisor, Method method, Class<?> type, boolean introduces) {
    return !(advisor instanceof PointcutAdvisor pointcut)
        || (pointcut.getPointcut().getClassFilter().matches(type)
            && MethodMatchers.matches(
                pointcut.getPointcut().getMethodMatcher(), method, type, introduces));
  }

  /** Whether an advisor adds interfaces: pointcuts may ask for these, as by {@code this(..)}. */
  static boolean introducesTo(Class<?> type, Advisor... advisors) {
    return Stream.of(advisors)
        .anyMatch(
            each ->
                each instanceof IntroductionAdvisor introduction
                    && introduction.getClassFilter().matches(type));
  }

  /**
   * The methods by which the endpoint may be called: a proxy asks pointcuts with the one that its
   * caller knows, of an interface or superclass, which may be generic.
   */
  private static Stream<Method> declarations(Method method, Class<?> type) {
    Class<?>[] wanted = method.getParameterTypes();
    return Stream.concat(
            Stream.of(ReflectionUtils.getAllDeclaredMethods(type)),
            Stream.of(ClassUtils.getAllInterfacesForClass(type))
                .flatMap(each -> Stream.of(each.getMethods())))
        .filter(each -> each.getName().equals(method.getName()))
        .filter(each -> each.getParameterCount() == wanted.length)
        .filter(each -> takes(each.getParameterTypes(), wanted));
  }

  private static boolean takes(Class<?>[] parameters, Class<?>[] wanted) {
    return IntStream.range(0, wanted.length)
        .allMatch(index -> parameters[index].isAssignableFrom(wanted[index]));
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
        advice.getClass() == CacheInterceptor.class
            ? ((CacheInterceptor) advice).getCacheOperationSource()
            : null;
    if (source == null) {
      return true;
    }
    Collection<CacheOperation> operations = source.getCacheOperations(method, type);
    return operations != null && operations.stream().anyMatch(CacheableOperation.class::isInstance);
  }
}
