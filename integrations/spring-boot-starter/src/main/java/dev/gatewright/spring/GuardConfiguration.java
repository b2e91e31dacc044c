package dev.gatewright.spring;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.auth.AcrValues;
import dev.gatewright.runtime.auth.Authenticator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;

/** Puts guards in place, and verifies that none is missing. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class GuardConfiguration {

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static GuardRegistrar gatewrightGuardRegistrar() {
    return new GuardRegistrar(new GuardAnnotations());
  }

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static GuardVerifier gatewrightGuardVerifier(ConfigurableListableBeanFactory beanFactory) {
    return new GuardVerifier(new GuardAnnotations(), beanFactory);
  }

  @Bean
  HandlerVerifier gatewrightHandlerVerifier(
      ConfigurableListableBeanFactory beanFactory,
      GatewrightProperties properties,
      GuardVerifier guards,
      ObjectProvider<Authenticator> authenticators,
      AcrValues acrValues,
      Gate gate) {
    return new HandlerVerifier(
        beanFactory,
        new UnguardedHandlers(properties.unguardedHandlers()),
        guards,
        new EndpointVerifier(authenticators.orderedStream().toList(), acrValues, gate));
  }
}
