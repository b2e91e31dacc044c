package dev.gatewright.spring.bean;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.InstantiationStrategy;
import org.springframework.beans.factory.support.RootBeanDefinition;

/**
 * Verifies objects that the container makes by a constructor for code that asks for one that is no
 * bean: {@code autowire(type, AUTOWIRE_CONSTRUCTOR, false)} runs no post-processor.
 */
final class VerifiedInstantiation implements InstantiationStrategy {
  private final InstantiationStrategy strategy;
  private final BeanVerifier verifier;
  private final DefaultListableBeanFactory beans;

  private VerifiedInstantiation(
      InstantiationStrategy strategy, BeanVerifier verifier, DefaultListableBeanFactory beans) {
    this.strategy = strategy;
    this.verifier = verifier;
    this.beans = beans;
  }

  /** Verifies what the container makes from now on. */
  static void in(DefaultListableBeanFactory beans, BeanVerifier verifier) {
    InstantiationStrategy known = beans.getInstantiationStrategy();
    if (!(known instanceof VerifiedInstantiation)) {
      beans.setInstantiationStrategy(new VerifiedInstantiation(known, verifier, beans));
    }
  }

  @Override
  public Object instantiate(
      RootBeanDefinition definition, @Nullable String beanName, BeanFactory owner) {
    return verified(definition, beanName, strategy.instantiate(definition, beanName, owner));
  }

  @Override
  public Object instantiate(
      RootBeanDefinition definition,
      @Nullable String beanName,
      BeanFactory owner,
      Constructor<?> constructor,
      Object... arguments) {
    return verified(
        definition,
        beanName,
        strategy.instantiate(definition, beanName, owner, constructor, arguments));
  }

  @Override
  public Object instantiate(
      RootBeanDefinition definition,
      @Nullable String beanName,
      BeanFactory owner,
      @Nullable Object factory,
      Method method,
      Object... arguments) {
    return strategy.instantiate(definition, beanName, owner, factory, method, arguments);
  }

  @Override
  public Class<?> getActualBeanClass(
      RootBeanDefinition definition, @Nullable String beanName, BeanFactory owner) {
    return strategy.getActualBeanClass(definition, beanName, owner);
  }

  /** The container names an object that is no bean by its class; beans are verified later. */
  private Object verified(RootBeanDefinition definition, @Nullable String beanName, Object made) {
    if (beanName != null && beanName.equals(definition.getBeanClassName())) {
      verifier.verifyMade(made, beanName, beans);
    }
    return made;
  }
}
