package dev.gatewright.spring.startup;

import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Verifies Gatewright's properties wherever Spring Boot binds them. */
@Configuration(proxyBeanMethods = false)
public class StartUpConfiguration {

  @Bean
  static ConfigurationPropertiesBindHandlerAdvisor gatewrightNoEmptyEntries() {
    return new NoEmptyEntries.Advisor();
  }
}
