package dev.gatewright.spring.caller;

import dev.gatewright.runtime.caller.AcrValues;
import dev.gatewright.runtime.caller.Revocations;
import dev.gatewright.spring.startup.Property;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says what becomes of callers where nothing authenticates them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CallerProperties.class)
public class CallerConfiguration {

  @Bean
  @ConditionalOnMissingBean(Revocations.class)
  Revocations gatewrightRevocations() {
    return Revocations.none();
  }

  @Bean
  @ConditionalOnMissingBean(AcrValues.class)
  AcrValues gatewrightAcrValues(CallerProperties properties) {
    StepUpProperties stepUp = properties.stepUp();
    return Property.options(
        option -> "gatewright.step-up." + (option.equals("acrValues") ? "acr-values" : "mfa-from"),
        () -> AcrValues.weakestFirst(stepUp.acrValues(), stepUp.mfaFrom()));
  }
}
