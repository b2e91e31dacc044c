package dev.gatewright.spring.bean;

import dev.gatewright.spring.exemption.Exemptions;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Set;
import org.aopalliance.aop.Advice;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.AfterReturningAdvice;
import org.springframework.aop.IntroductionAdvisor;
import org.springframework.aop.MethodBeforeAdvice;
import org.springframework.aop.Pointcut;
import org.springframework.aop.PointcutAdvisor;
import org.springframework.aop.aspectj.AbstractAspectJAdvice;
import org.springframework.aop.aspectj.AspectJExpressionPointcut;
import org.springframework.aop.interceptor.ExposeInvocationInterceptor;
import org.springframework.aop.support.MethodMatchers;

/**
 * An advice, and what its advisor says of where it applies.
 *
 * @param introduces whether another advisor beside it adds interfaces, for which it may ask
 */
record ComparedAdvice(Advisor advisor, Advice advice, String name, boolean introduces) {

  ComparedAdvice(Advisor advisor, boolean introduces) {
    this(advisor, advisor.getAdvice(), nameOf(advisor.getAdvice()), introduces);
  }

  /**
   * The name by which an exemption lists that it may be lost: its class and method. Another advice
   * of the same aspect has another name.
   */
  static String nameOf(Advice advice) {
    if (advice instanceof AbstractAspectJAdvice aspect) {
      Method method = aspect.getAspectJAdviceMethod();
      return method.getDeclaringClass().getName() + "#" + method.getName();
    }
    return Exemptions.nameOf(advice.getClass()) + "#" + methodOf(advice);
  }

  private static String methodOf(Advice advice) {
    if (advice instanceof MethodInterceptor) {
      return "invoke";
    }
    if (advice instanceof MethodBeforeAdvice) {
      return "before";
    }
    return advice instanceof AfterReturningAdvice ? "afterReturning" : "afterThrowing";
  }

  /** Whether Spring adds it to proxies that have advice of aspects, for its own sake. */
  boolean isOfProxies() {
    return advice instanceof ExposeInvocationInterceptor;
  }

  /** Whether it stands before a method of a class, as far as that is known before a call. */
  boolean applies(Method method, Class<?> type) {
    if (advisor instanceof IntroductionAdvisor introduction) {
      return introduction.getClassFilter().matches(type);
    }
    return pointcuts().stream()
        .allMatch(
            each ->
                each.getClassFilter().matches(type)
                    && MethodMatchers.matches(each.getMethodMatcher(), method, type, introduces));
  }

  /** Whether it stands before a method of a guard, also by what is asked of it at each call. */
  boolean appliesAlike(Method method, Class<?> guard, Class<?> guarded) {
    return applies(method, guard)
        && pointcuts().stream()
            .allMatch(
                each ->
                    !(each instanceof AspectJExpressionPointcut expression)
                        || TargetAnnotations.areAlike(expression, guarded, guard));
  }

  /** The advisor's; and an aspect's own, which the advisor may have combined with another. */
  private Set<Pointcut> pointcuts() {
    Set<Pointcut> pointcuts = new LinkedHashSet<>();
    if (advisor instanceof PointcutAdvisor of) {
      pointcuts.add(of.getPointcut());
    }
    if (advice instanceof AbstractAspectJAdvice aspect) {
      pointcuts.add(aspect.getPointcut());
    }
    return pointcuts;
  }
}
