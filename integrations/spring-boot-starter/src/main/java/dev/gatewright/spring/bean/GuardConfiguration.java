package dev.gatewright.spring.bean;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.caller.AcrValues;
import dev.gatewright.runtime.caller.Authenticator;
import dev.gatewright.spring.exemption.Exemptions;
import jakarta.persistence.EntityManagerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Puts guards into place, and verifies in every kind of application that none is missing. */
@Configuration(proxyBeanMethods = false)
public class GuardConfiguration {
  private static final Logger log = LoggerFactory.getLogger(Exemptions.class);

  /** Where an application was started without its initializers. */
  @Bean(GuardBeans.REGISTRAR)
  @ConditionalOnMissingBean(name = GuardBeans.REGISTRAR)
  static GuardRegistrar gatewrightGuardRegistrar() {
    return new GuardRegistrar();
  }

  /** Likewise. */
  @Bean(GuardBeans.VERIFIER)
  @ConditionalOnMissingBean(name = GuardBeans.VERIFIER)
  static GuardVerifier gatewrightGuardVerifier(
      ConfigurableListableBeanFactory beanFactory, Environment environment) {
    return new GuardVerifier(beanFactory, environment);
  }

  @Bean
  Exemptions gatewrightExemptions(@Qualifier(GuardBeans.VERIFIER) GuardVerifier guards) {
    Exemptions exemptions = guards.exemptions();
    if (!exemptions.names().isEmpty()) {
      log.info(
          "Exempt by '{}', and open to anybody as far as Gatewright knows: {}",
          Exemptions.PROPERTY,
          exemptions.names());
    }
    return exemptions;
  }

  @Bean
  EndpointVerifier gatewrightEndpointVerifier(
      ConfigurableListableBeanFactory beanFactory,
      ObjectProvider<Authenticator> authenticators,
      AcrValues acrValues,
      Gate gate) {
    return new EndpointVerifier(
        beanFactory, authenticators.orderedStream().toList(), acrValues, gate);
  }

  /** Where JPA makes objects. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(EntityManagerFactory.class)
  static class Managed {

    @Bean
    ManagedTypeVerifier gatewrightManagedTypeVerifier(ListableBeanFactory beanFactory) {
      return new ManagedTypeVerifier(beanFactory);
    }
  }
}
