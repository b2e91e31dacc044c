package dev.gatewright.spring.entry;

import dev.gatewright.spring.exemption.Exemptions;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Verifies, in every kind of application, by which servers and messages clients may come in. */
@Configuration(proxyBeanMethods = false)
public class EntryConfiguration {

  @Bean
  ServerVerifier gatewrightServerVerifier(
      ConfigurableListableBeanFactory beanFactory, Exemptions exemptions) {
    return new ServerVerifier(beanFactory, exemptions);
  }

  /** Where clients may send messages. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = "org.springframework.messaging.handler.HandlerMethod")
  static class Messages {

    @Bean
    MessageVerifier gatewrightMessageVerifier(
        ListableBeanFactory beanFactory, Exemptions exemptions) {
      return new MessageVerifier(beanFactory, exemptions);
    }
  }
}
