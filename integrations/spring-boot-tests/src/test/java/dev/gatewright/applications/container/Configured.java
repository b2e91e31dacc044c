package dev.gatewright.applications.container;

import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import dev.gatewright.applications.vault.Keeper;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.MergedBeanDefinitionPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Guarded classes that Spring extends, makes late or has replaced. */
public final class Configured {
  private Configured() {}

  /** Is extended twice: by its guard, and by Spring for its bean methods. */
  @Configuration
  @RestController
  public static class ConfiguringEndpoint {
    @GetMapping("/configuring")
    @Secured(roles = "keeper")
    public String open() {
      return Secret.TEXT;
    }

    @Bean
    StringBuilder builder() {
      return new StringBuilder();
    }
  }

  /** Is a post-processor of the kind that Spring calls last, and last of those. */
  @Configuration(proxyBeanMethods = false)
  public static class ReplacedByTheLast {
    @Bean
    static ReplacingLast replacing() {
      return new ReplacingLast();
    }

    @Bean
    static BeanDefinitionRegistryPostProcessor definitions() {
      return registry -> {
        RootBeanDefinition definition = new RootBeanDefinition(Keeper.class);
        definition.setScope(BeanDefinition.SCOPE_PROTOTYPE);
        registry.registerBeanDefinition("keeper", definition);
      };
    }
  }

  public static class ReplacingLast implements MergedBeanDefinitionPostProcessor, Ordered {
    @Override
    public void postProcessMergedBeanDefinition(
        RootBeanDefinition definition, Class<?> type, String name) {
      // Only what comes after counts.
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      return bean instanceof Keeper ? new Keeper() : bean;
    }

    @Override
    public int getOrder() {
      return LOWEST_PRECEDENCE;
    }
  }

  /** Takes more of the request than can be verified. */
  @RestController
  public static class TakesEntity {
    @PostMapping("/entity")
    @Secured(roles = "keeper")
    public String take(HttpEntity<String> entity) {
      return Secret.TEXT;
    }
  }
}
