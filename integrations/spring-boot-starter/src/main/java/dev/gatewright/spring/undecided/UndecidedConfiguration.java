package dev.gatewright.spring.undecided;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Decides what becomes of endpoints that are not decided yet. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UndecidedProperties.class)
public class UndecidedConfiguration {

  @Bean
  UndecidedEndpoints gatewrightUndecidedEndpoints(UndecidedProperties properties) {
    return new UndecidedEndpoints(
        properties.undecidedEndpoints() == UndecidedProperties.Treatment.SERVED);
  }
}
