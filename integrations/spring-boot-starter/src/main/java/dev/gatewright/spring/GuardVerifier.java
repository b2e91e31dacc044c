package dev.gatewright.spring;

import dev.gatewright.runtime.Guard;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Looks at every bean that is made, whoever made it: what bears annotations of ours must be a
 * guard.
 */
final class GuardVerifier implements BeanPostProcessor {
  private final GuardAnnotations annotations;
  private final ConfigurableListableBeanFactory beanFactory;

  GuardVerifier(GuardAnnotations annotations, ConfigurableListableBeanFactory beanFactory) {
    this.annotations = annotations;
    this.beanFactory = beanFactory;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String beanName) {
    verify(bean, beanName);
    return bean;
  }

  /**
   * Verifies a bean.
   *
   * @throws StartUpException if it is not guarded and should be
   */
  void verify(Object bean, String beanName) {
    if (bean instanceof Guard) {
      return;
    }
    Class<?> type = AopUtils.getTargetClass(bean);
    if (!GuardClasses.isGuard(type) && annotations.reach(type)) {
      throw GuardClasses.find(type) == null && !isMadeByMethod(beanName)
          ? MissingGuard.notGenerated(type, beanName)
          : MissingGuard.madeByApplication(type, beanName, maker(beanName));
    }
  }

  private boolean isMadeByMethod(String beanName) {
    return beanFactory.containsBeanDefinition(beanName)
        && beanFactory.getBeanDefinition(beanName).getFactoryMethodName() != null;
  }

  private String maker(String beanName) {
    if (!beanFactory.containsBeanDefinition(beanName)) {
      return "The application";
    }
    BeanDefinition definition = beanFactory.getBeanDefinition(beanName);
    String method = definition.getFactoryMethodName();
    if (method == null) {
      return "The factory bean " + definition.getBeanClassName();
    }
    String owner = definition.getFactoryBeanName();
    Class<?> type = owner == null ? null : beanFactory.getType(owner, false);
    String shown = type == null ? definition.getBeanClassName() : userClassName(type);
    return "The @Bean method " + shown + "." + method + "()";
  }

  private static String userClassName(Class<?> type) {
    return ClassUtils.getUserClass(type).getName();
  }
}
