package dev.gatewright.spring.bean;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aopalliance.aop.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.TargetSource;
import org.springframework.aop.framework.AbstractAdvisingBeanPostProcessor;
import org.springframework.aop.framework.autoproxy.AbstractAutoProxyCreator;
import org.springframework.aop.framework.autoproxy.ProxyCreationContext;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.support.AbstractBeanFactory;
import org.springframework.util.ReflectionUtils;

/**
 * Asks the post-processors that make proxies by Spring AOP what they would put before objects of a
 * class: those that choose from the advisors and aspects of the container, and those that have
 * advice of their own.
 */
final class ProxyCreators {
  private static final @Nullable Method CHOSEN =
      ReflectionUtils.findMethod(
          AbstractAutoProxyCreator.class,
          "getAdvicesAndAdvisorsForBean",
          Class.class,
          String.class,
          TargetSource.class);
  private static final @Nullable Method ELIGIBLE =
      ReflectionUtils.findMethod(
          AbstractAdvisingBeanPostProcessor.class, "isEligible", Class.class);
  private static final @Nullable Field ADVISOR =
      ReflectionUtils.findField(AbstractAdvisingBeanPostProcessor.class, "advisor");

  private static final @Nullable Method NAME =
      ReflectionUtils.findMethod(
          ProxyCreationContext.class, "setCurrentProxiedBeanName", String.class);

  private ProxyCreators() {}

  /**
   * Asks pointcuts as a proxy creator does for a bean: by {@code bean(..)} of AspectJ they ask for
   * its name, and match nothing while no proxy is made.
   */
  static void asFor(String beanName, Runnable question) {
    String before = ProxyCreationContext.getCurrentProxiedBeanName();
    call(NAME, ProxyCreationContext.class, beanName);
    try {
      question.run();
    } finally {
      call(NAME, ProxyCreationContext.class, before);
    }
  }

  static List<Advisor> advisorsOf(Class<?> type, String beanName, BeanFactory beans) {
    List<Advisor> advisors = new ArrayList<>();
    List<BeanPostProcessor> processors =
        beans instanceof AbstractBeanFactory known ? known.getBeanPostProcessors() : List.of();
    for (BeanPostProcessor each : processors) {
      if (each instanceof AbstractAutoProxyCreator
          && call(CHOSEN, each, type, beanName, null) instanceof Object[] chosen) {
        Stream.of(chosen).forEach(one -> add(one, advisors));
      } else if (each instanceof AbstractAdvisingBeanPostProcessor
          && Boolean.TRUE.equals(call(ELIGIBLE, each, type))) {
        add(advisorOf(each), advisors);
      }
    }
    return advisors;
  }

  private static void add(@Nullable Object chosen, List<Advisor> advisors) {
    if (chosen instanceof Advisor advisor) {
      advisors.add(advisor);
    } else if (chosen instanceof Advice advice) {
      advisors.add(new DefaultPointcutAdvisor(advice));
    }
  }

  private static @Nullable Object advisorOf(BeanPostProcessor processor) {
    if (ADVISOR == null) {
      return null;
    }
    ReflectionUtils.makeAccessible(ADVISOR);
    return ReflectionUtils.getField(ADVISOR, processor);
  }

  /** Subclasses say so in protected methods. */
  private static @Nullable Object call(
      @Nullable Method method, Object target, @Nullable Object... arguments) {
    if (method == null) {
      throw new IllegalStateException("Spring AOP has another proxy creator than is known");
    }
    ReflectionUtils.makeAccessible(method);
    try {
      return method.invoke(target, arguments);
    } catch (ReflectiveOperationException failed) {
      ReflectionUtils.handleReflectionException(failed);
      throw new IllegalStateException(failed);
    }
  }
}
