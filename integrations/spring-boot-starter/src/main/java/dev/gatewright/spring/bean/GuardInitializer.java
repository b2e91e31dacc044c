package dev.gatewright.spring.bean;

import dev.gatewright.spring.startup.StartUpException;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.web.context.reactive.ReactiveWebApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Puts guards into every application context that a SpringApplication makes, and verifies that none
 * is missing: with a web server, without one, parents, and slices of tests. It is no
 * auto-configuration, as those can be excluded.
 */
final class GuardInitializer
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    if (context instanceof ReactiveWebApplicationContext) {
      throw new StartUpException(
          "this is a reactive web application (WebFlux), for which Gatewright has no adapter:"
              + " nothing would stand before its handlers",
          "use spring-boot-starter-webmvc instead of spring-boot-starter-webflux; where both are"
              + " there, set 'spring.main.web-application-type' to servlet.");
    }
    if (context.getBeanFactory() instanceof BeanDefinitionRegistry registry) {
      register(registry, GuardBeans.REGISTRAR, GuardRegistrar.class);
      register(registry, GuardBeans.VERIFIER, GuardVerifier.class);
      BeanDefinitionRegistryPostProcessor first =
          each -> GuardVerifier.watch((ConfigurableListableBeanFactory) each);
      context.addBeanFactoryPostProcessor(first);
    }
  }

  private static void register(BeanDefinitionRegistry registry, String name, Class<?> type) {
    if (!registry.containsBeanDefinition(name)) {
      RootBeanDefinition definition = new RootBeanDefinition(type);
      definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
      // Ahead of time Spring makes post-processors before it looks for their constructors.
      definition.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
      registry.registerBeanDefinition(name, definition);
    }
  }
}
