package dev.gatewright.spring.bean;

import dev.gatewright.spring.guard.GuardClasses;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.util.ClassUtils;

/**
 * What a bean's definition tells of how the bean is made; nothing where it has none.
 *
 * @param name of the bean
 * @param beans where it is defined
 */
record DefinedBean(String name, ConfigurableListableBeanFactory beans) {

  /** The guard that the definition names; null where it names none. */
  @Nullable Class<?> guard() {
    if (!isDefined()) {
      return null;
    }
    BeanDefinition definition = beans.getMergedBeanDefinition(name);
    Class<?> type =
        definition.getFactoryMethodName() == null && definition instanceof RootBeanDefinition root
            ? (root.hasBeanClass() ? root.getBeanClass() : null)
            : null;
    return type != null && GuardClasses.isGenerated(type) ? type : null;
  }

  private boolean isDefined() {
    return beans.containsBeanDefinition(name);
  }

  boolean isMadeByMethod() {
    return isDefined() && beans.getMergedBeanDefinition(name).getFactoryMethodName() != null;
  }

  /** Names the code that makes the bean, as the start of a sentence. */
  String maker() {
    if (!isDefined()) {
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
