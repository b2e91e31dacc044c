package dev.gatewright.spring.bean;

import dev.gatewright.spring.guard.GuardClasses;
import dev.gatewright.spring.guard.MockitoMocks;
import dev.gatewright.spring.guard.Unproxied;
import dev.gatewright.spring.startup.StartUpException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.util.ReflectionUtils;

/**
 * Verifies that a guard asks the very classes that its annotations name: the container would inject
 * a subclass where that is the only bean, and a subclass may permit more.
 */
final class InjectedPolicies {
  private InjectedPolicies() {}

  /**
   * Looks at the object policies and limit keys of a guard.
   *
   * @throws StartUpException if one is of another class than the annotations name
   */
  static void verify(Unproxied guard, ConfigurableListableBeanFactory beans) {
    Class<?> type = guard.type();
    Object target = guard.target();
    List<Class<?>> policies = target == null ? List.of() : GuardClasses.policiesOf(type);
    if (policies.isEmpty()) {
      return;
    }
    for (Field field : type.getDeclaredFields()) {
      if (policies.contains(field.getType())) {
        ReflectionUtils.makeAccessible(field);
        verify(ReflectionUtils.getField(field, target), field.getType(), type, beans);
      }
    }
  }

  private static void verify(
      @Nullable Object injected,
      Class<?> policy,
      Class<?> guard,
      ConfigurableListableBeanFactory beans) {
    if (injected == null
        || Unproxied.of(injected).type() == policy
        || isDeclaredAs(policy, injected, beans)
        || MockitoMocks.contain(injected)) {
      return;
    }
    throw new StartUpException(
        guard.getName()
            + " was given a "
            + injected.getClass().getName()
            + " where its annotations name "
            + policy.getName(),
        "make a bean of "
            + policy.getName()
            + " itself, or do not let the one extend the other; a @Bean method that returns "
            + policy.getSimpleName()
            + " may make any subclass.");
  }

  /** A method that says it makes the policy may make a subclass of it. */
  private static boolean isDeclaredAs(
      Class<?> policy, Object injected, ConfigurableListableBeanFactory beans) {
    for (String name : beans.getBeanNamesForType(policy, true, false)) {
      if (beans.getSingleton(name) == injected
          && beans.containsBeanDefinition(name)
          && beans.getMergedBeanDefinition(name) instanceof RootBeanDefinition definition) {
        Method maker = definition.getResolvedFactoryMethod();
        return maker != null && maker.getReturnType() == policy;
      }
    }
    return false;
  }
}
