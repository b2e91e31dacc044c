package dev.gatewright.spring.bean;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Is shown the beans of an application as they are made, and refuses those that lack a guard. */
interface BeanVerifier {

  /** Verifies a bean that has just been made, before anybody else gets it. */
  void verifyMade(Object bean, String beanName, ConfigurableListableBeanFactory beans);

  /** Verifies a bean as others get it, and what it consists of. */
  void verify(Object bean, String beanName, ConfigurableListableBeanFactory beans);
}
