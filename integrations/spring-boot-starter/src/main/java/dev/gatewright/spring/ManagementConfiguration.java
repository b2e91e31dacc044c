package dev.gatewright.spring;

import dev.gatewright.runtime.Gate;
import java.util.List;
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
@Import({GateWebConfiguration.OnTomcat.class, GateWebConfiguration.OnJetty.class})
class ManagementConfiguration {

  @Bean
  FilterRegistrationBean<ExchangeFilter> gatewrightManagementExchangeFilter(
      Gate gate, Exemptions exemptions) {
    return GateWebConfiguration.inFrontOfAll(
        new ExchangeFilter(
            gate,
            new EarlyAdmission(
                List::of,
                () -> {
                  throw new IllegalStateException("nothing of the actuator is guarded");
                }),
            new ProblemResponses(),
            new AnsweringCode(exemptions)));
  }

  @Bean
  ServletVerifier gatewrightManagementServletVerifier(
      WebApplicationContext context, Exemptions exemptions) {
    return new ServletVerifier(context, exemptions);
  }
}
