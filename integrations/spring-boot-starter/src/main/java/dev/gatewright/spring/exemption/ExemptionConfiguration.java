package dev.gatewright.spring.exemption;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Verifies what the property {@code gatewright.exemptions} lists. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExemptionProperties.class)
public class ExemptionConfiguration {

  @Bean
  ExemptionVerifier gatewrightExemptionVerifier(ApplicationContext context, Exemptions exemptions) {
    return new ExemptionVerifier(context, exemptions);
  }
}
