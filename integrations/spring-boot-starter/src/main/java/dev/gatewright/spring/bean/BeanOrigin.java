package dev.gatewright.spring.bean;

import dev.gatewright.runtime.Guard;
import dev.gatewright.spring.guard.GuardClasses;
import dev.gatewright.spring.guard.Unproxied;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.aop.target.SimpleBeanTargetSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.util.ClassUtils;

/** What the definition of a bean tells of how it is made. */
record BeanOrigin(String name, ConfigurableListableBeanFactory beans) {

  /** Of this context or its parents; null where it has none. */
  @Nullable BeanDefinition definition() {
    if (beans.containsLocalBean(name)) {
      return beans.containsBeanDefinition(name) ? beans.getMergedBeanDefinition(name) : null;
    }
    return beans.getParentBeanFactory() instanceof ConfigurableListableBeanFactory parent
        ? new BeanOrigin(name, parent).definition()
        : null;
  }

  /** The guard that the bean's definition names; null where it names none. */
  @Nullable Class<?> guard() {
    if (!beans.containsBeanDefinition(name)) {
      return null;
    }
    BeanDefinition definition = beans.getMergedBeanDefinition(name);
    Class<?> type =
        definition.getFactoryMethodName() == null && definition instanceof RootBeanDefinition root
            ? (root.hasBeanClass() ? root.getBeanClass() : null)
            : null;
    return type != null && GuardClasses.isGenerated(type) ? type : null;
  }

  /** Whether a method of the application makes it. */
  boolean isMadeByMethod() {
    return beans.containsBeanDefinition(name)
        && beans.getMergedBeanDefinition(name).getFactoryMethodName() != null;
  }

  /** Whether a bean says that it is a guard, or hands calls on to an object that is made later. */
  static boolean isOrWillBeGuard(Object bean, ConfigurableListableBeanFactory beans) {
    return bean instanceof Guard || isMadeLater(Unproxied.of(bean), beans);
  }

  /**
   * Whether an object behind a proxy, as of a scope, is made only later, by a method of the
   * application that may say less than that it is a guard, and of which there is one.
   */
  static boolean isMadeLater(Unproxied unproxied, ConfigurableListableBeanFactory beans) {
    if (unproxied.target() != null || !unproxied.ofGuard().isGuard()) {
      return false;
    }
    Advised last = unproxied.proxies().get(unproxied.proxies().size() - 1);
    return last.getTargetSource() instanceof SimpleBeanTargetSource source
        && source.getClass() == SimpleBeanTargetSource.class
        && new BeanOrigin(source.getTargetBeanName(), beans).isMadeByMethod();
  }

  /** What makes it, as the start of a sentence. */
  String maker() {
    if (!beans.containsBeanDefinition(name)) {
      return "The application";
    }
    String scoped = ScopedProxyUtils.getTargetBeanName(name);
    BeanDefinition definition =
        beans.getMergedBeanDefinition(beans.containsBeanDefinition(scoped) ? scoped : name);
    String method = definition.getFactoryMethodName();
    String className = definition.getBeanClassName();
    if (method == null) {
      return className == null || !beans.isFactoryBean(name)
          ? "The application"
          : "The factory bean " + className;
    }
    String owner = definition.getFactoryBeanName();
    Class<?> type = owner == null ? null : beans.getType(owner, false);
    String declaring = className == null ? "the bean '" + owner + "'" : className;
    String shown = type == null ? declaring : ClassUtils.getUserClass(type).getName();
    return "The factory method " + shown + "." + method + "()";
  }
}
