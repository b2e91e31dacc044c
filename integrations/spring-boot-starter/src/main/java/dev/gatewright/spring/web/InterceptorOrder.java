package dev.gatewright.spring.web;

import java.util.List;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.web.servlet.handler.MappedInterceptor;

/**
 * Puts mapped interceptors of the application behind Gatewright's: handler mappings take them in
 * the order of their definitions, and they would work for requests that nobody has admitted.
 */
final class InterceptorOrder implements BeanFactoryPostProcessor {
  private final List<String> first;

  /**
   * For one container.
   *
   * @param first the names of Gatewright's
   */
  InterceptorOrder(List<String> first) {
    this.first = first;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
    if (beanFactory instanceof DefaultListableBeanFactory beans) {
      for (String name : beans.getBeanNamesForType(MappedInterceptor.class, true, false)) {
        if (beans.containsBeanDefinition(name) && !first.contains(name)) {
          BeanDefinition definition = beans.getBeanDefinition(name);
          beans.removeBeanDefinition(name);
          beans.registerBeanDefinition(name, definition);
        }
      }
    }
  }
}
