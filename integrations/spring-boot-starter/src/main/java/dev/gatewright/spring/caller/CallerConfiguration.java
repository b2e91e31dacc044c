package dev.gatewright.spring.caller;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.caller.AcrValues;
import dev.gatewright.runtime.caller.Revocations;
import dev.gatewright.spring.startup.Property;
import io.micrometer.context.ThreadLocalAccessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * Says what becomes of callers where nothing authenticates them, and lets them follow into tasks.
 */
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

  @Bean
  @ConditionalOnMissingBean(CallerContext.class)
  CallerContext gatewrightCallerContext(Gate gate) {
    return new CallerContext(gate);
  }

  /** For code that takes no caller as an argument. */
  @Bean
  @ConditionalOnMissingBean(CurrentCaller.class)
  CurrentCaller gatewrightCurrentCaller(CallerContext context, CredentialLife credentials) {
    return new ThreadCaller(context, credentials);
  }

  /** Where there are requests, and context is propagated at all. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
  @ConditionalOnClass(ThreadLocalAccessor.class)
  static class Propagation {

    @Bean
    @Lazy(false)
    @ConditionalOnMissingBean(CallerPropagation.class)
    CallerPropagation gatewrightCallerPropagation(CallerContext context) {
      return new CallerPropagation(context);
    }
  }
}
