package dev.gatewright.spring.actuator;

import dev.gatewright.runtime.Gate;
import dev.gatewright.spring.caller.CallerContext;
import dev.gatewright.spring.entry.ServletEntryConfiguration;
import dev.gatewright.spring.entry.ServletVerifier;
import dev.gatewright.spring.exchange.ExchangeConfiguration;
import dev.gatewright.spring.exchange.ExchangeFilter;
import dev.gatewright.spring.exchange.ProblemResponses;
import dev.gatewright.spring.exemption.Exemptions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;

/**
 * Puts the second net in front of an actuator that has a port, and so a servlet container, of its
 * own.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import({ServletEntryConfiguration.OnTomcat.class, ServletEntryConfiguration.OnJetty.class})
class ManagementConfiguration {

  @Bean
  FilterRegistrationBean<ExchangeFilter> gatewrightManagementExchangeFilter(
      Gate gate,
      CallerContext callers,
      ObjectProvider<ProblemResponses> problems,
      Exemptions exemptions) {
    return ExchangeConfiguration.filterWithoutEndpoints(gate, callers, problems, exemptions);
  }

  @Bean
  ServletVerifier gatewrightManagementServletVerifier(
      WebApplicationContext context, Exemptions exemptions) {
    return new ServletVerifier(context, exemptions);
  }
}
