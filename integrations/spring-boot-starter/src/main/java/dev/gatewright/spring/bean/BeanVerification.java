package dev.gatewright.spring.bean;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.PropertyValues;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.Scope;
import org.springframework.beans.factory.config.SmartInstantiationAwareBeanPostProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/**
 * Shows every bean to {@link BeanVerifier}: before others have changed it, and after all of them.
 *
 * <p>Is no bean, so that it is there before the first one is made. Other post-processors may come
 * at any time; it goes behind them whenever the next bean is made.
 */
final class BeanVerification implements SmartInstantiationAwareBeanPostProcessor {
  private final BeanVerifier verifier;
  private final DefaultListableBeanFactory beans;
  private volatile boolean started;

  private BeanVerification(
      BeanVerifier verifier, DefaultListableBeanFactory beans, boolean started) {
    this.verifier = verifier;
    this.beans = beans;
    this.started = started;
  }

  /** Looks at the beans of a container that is about to start, from now on. */
  static BeanVerification first(DefaultListableBeanFactory beans, BeanVerifier verifier) {
    BeanVerification first = new BeanVerification(verifier, beans, false);
    first.stayLast();
    return first;
  }

  /** Looks at what a container that has started makes later, where nobody does so yet. */
  static void later(DefaultListableBeanFactory beans, BeanVerifier verifier) {
    new BeanVerification(verifier, beans, true).stayLast();
  }

  /** Tells that other threads may be making beans by now. */
  void started() {
    stayLast();
    started = true;
  }

  /** Sees to it that one of its kind is the last, and that no scope hands out what it likes. */
  private void stayLast() {
    VerifiedInstantiation.in(beans, verifier);
    List<BeanPostProcessor> all = beans.getBeanPostProcessors();
    if (all.isEmpty() || !(all.get(all.size() - 1) instanceof BeanVerification)) {
      // To move it would take it away for a moment.
      beans.addBeanPostProcessor(started ? new BeanVerification(verifier, beans, true) : this);
    }
    for (String name : beans.getRegisteredScopeNames()) {
      Scope scope = beans.getRegisteredScope(name);
      if (scope != null && !VerifiedScope.isKnown(scope)) {
        beans.registerScope(name, new VerifiedScope(scope, verifier, beans));
      }
    }
  }

  @Override
  public @Nullable Object postProcessBeforeInstantiation(Class<?> type, String beanName) {
    stayLast();
    return null;
  }

  /** The object is as it was made, also where the container goes no further with it. */
  @Override
  public PropertyValues postProcessProperties(PropertyValues values, Object bean, String beanName) {
    verifier.verifyMade(bean, beanName, beans);
    return values;
  }

  @Override
  public Object postProcessBeforeInitialization(Object bean, String beanName) {
    stayLast();
    return bean;
  }

  @Override
  public Object getEarlyBeanReference(Object bean, String beanName) {
    verifier.verify(bean, beanName, beans);
    return bean;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String beanName) {
    verifier.verify(bean, beanName, beans);
    return bean;
  }
}
