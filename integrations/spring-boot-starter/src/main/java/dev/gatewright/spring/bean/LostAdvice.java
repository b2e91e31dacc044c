package dev.gatewright.spring.bean;

import dev.gatewright.runtime.GuardOf;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.spring.exemption.Exemptions;
import dev.gatewright.spring.guard.EndpointMethods;
import dev.gatewright.spring.guard.GuardClasses;
import dev.gatewright.spring.startup.StartUpException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.Pointcut;
import org.springframework.aop.PointcutAdvisor;
import org.springframework.aop.aspectj.annotation.AnnotationAwareAspectJAutoProxyCreator;
import org.springframework.aop.config.AopConfigUtils;
import org.springframework.aop.framework.autoproxy.AbstractAdvisorAutoProxyCreator;
import org.springframework.aop.framework.autoproxy.BeanFactoryAdvisorRetrievalHelper;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Finds advice that would apply to a class and does not apply to its guard, as the pointcut asks
 * for the class itself, or for annotations that a guard does not repeat. It would stop working
 * without a word.
 */
final class LostAdvice {
  private final ConfigurableListableBeanFactory beans;
  private final Exemptions exemptions;

  LostAdvice(ConfigurableListableBeanFactory beans, Exemptions exemptions) {
    this.beans = beans;
    this.exemptions = exemptions;
  }

  /**
   * Compares the pointcuts of all advisors of the container for each guard: those that are there,
   * and those that are made when they are asked for.
   *
   * @param made guards that were made
   * @throws StartUpException if an advice is lost
   */
  void verify(Collection<Class<?>> made) {
    Set<Class<?>> guards = new LinkedHashSet<>(made);
    for (String name : beans.getBeanDefinitionNames()) {
      Class<?> type = beans.getType(name, false);
      Class<?> user = type == null ? null : ClassUtils.getUserClass(type);
      if (user != null && GuardClasses.isGenerated(user)) {
        guards.add(user);
      }
    }
    List<Advisor> advisors = guards.isEmpty() ? List.of() : advisors();
    for (Advisor advisor : advisors) {
      if (advisor instanceof PointcutAdvisor of
          && !exemptions.contain(AdviceVerifier.classOf(advisor.getAdvice()))) {
        guards.forEach(guard -> verify(of, guard));
      }
    }
  }

  /** What Spring AOP chooses from; none where it makes no proxies by itself. */
  private List<Advisor> advisors() {
    Object creator =
        beans.containsBean(AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME)
            ? beans.getBean(AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME)
            : null;
    if (!(creator instanceof AbstractAdvisorAutoProxyCreator)) {
      return List.of();
    }
    return ClassUtils.isPresent("org.aspectj.lang.annotation.Aspect", null) && Aspects.are(creator)
        ? new Aspects().of(beans)
        : new BeanFactoryAdvisorRetrievalHelper(beans).findAdvisorBeans();
  }

  private static void verify(PointcutAdvisor advisor, Class<?> guard) {
    Class<?> guarded = guard.getAnnotation(GuardOf.class).value();
    if (guarded.isInterface()) {
      return;
    }
    Pointcut pointcut = advisor.getPointcut();
    for (EndpointPolicy policy : GuardClasses.endpointPolicies(guard)) {
      Method method = EndpointMethods.of(policy, guard);
      Method overridden = overridden(method, guarded);
      if (overridden != null
          && applies(pointcut, overridden, guarded)
          && !applies(pointcut, method, guard)) {
        throw new StartUpException(
            "the advice "
                + AdviceVerifier.classOf(advisor.getAdvice()).getName()
                + " (of "
                + advisor
                + ") applies to "
                + policy
                + " of "
                + guarded.getName()
                + ", and not to its guard: the pointcut asks for that very class, for annotations"
                + " of Spring or Jakarta, or for such that its guard cannot name; and a guard is a"
                + " subclass that bears none of them",
            "let the pointcut name the method, as by 'execution(* "
                + guarded.getName()
                + "."
                + policy.method()
                + "(..))'; or advise a bean that the endpoint calls; or, if the endpoint may do"
                + " without, list the advice's class in '"
                + Exemptions.PROPERTY
                + "': "
                + AdviceVerifier.classOf(advisor.getAdvice()).getName()
                + ".");
      }
    }
  }

  private static boolean applies(Pointcut pointcut, Method method, Class<?> type) {
    return pointcut.getClassFilter().matches(type)
        && pointcut.getMethodMatcher().matches(method, type);
  }

  private static @Nullable Method overridden(Method method, Class<?> guarded) {
    for (Class<?> type = guarded; type != null; type = type.getSuperclass()) {
      try {
        return type.getDeclaredMethod(method.getName(), method.getParameterTypes());
      } catch (NoSuchMethodException further) {
        // A superclass may declare it.
      }
    }
    return null;
  }

  /** Advice of aspects, which only the creator of their proxies knows. */
  private static final class Aspects extends AnnotationAwareAspectJAutoProxyCreator {
    private static final long serialVersionUID = 1L;

    static boolean are(Object creator) {
      return creator instanceof AnnotationAwareAspectJAutoProxyCreator;
    }

    List<Advisor> of(ConfigurableListableBeanFactory beans) {
      setBeanFactory(beans);
      return findCandidateAdvisors();
    }
  }
}
