package dev.gatewright.spring.entry;

import dev.gatewright.spring.exchange.HandlerStandings;
import dev.gatewright.spring.exemption.Exemptions;
import dev.gatewright.spring.undecided.UndecidedEndpoints;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.handler.MappedInterceptor;

/** Verifies by which handlers, servlets, filters and listeners requests may come in. */
@Configuration(proxyBeanMethods = false)
public class ServletEntryConfiguration {

  @Bean
  HandlerVerifier gatewrightHandlerVerifier(
      ApplicationContext context,
      Exemptions exemptions,
      HandlerStandings standings,
      UndecidedEndpoints undecided,
      @Qualifier("gatewrightMappedAdmission") MappedInterceptor admission,
      @Qualifier("gatewrightMappedInput") MappedInterceptor input) {
    return new HandlerVerifier(
        context, exemptions, standings, undecided, List.of(admission, input));
  }

  @Bean
  ServletVerifier gatewrightServletVerifier(WebApplicationContext context, Exemptions exemptions) {
    return new ServletVerifier(context, exemptions);
  }

  /** Where the server is Tomcat. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(
      name = {
        "org.apache.catalina.startup.Tomcat",
        "org.springframework.boot.tomcat.TomcatWebServer"
      })
  public static class OnTomcat {

    @Bean
    TomcatVerifier gatewrightTomcatVerifier(ApplicationContext context, Exemptions exemptions) {
      return new TomcatVerifier(context, exemptions);
    }
  }

  /** Where the server is Jetty. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(
      name = {
        "org.eclipse.jetty.ee11.servlet.ServletContextHandler",
        "org.springframework.boot.jetty.JettyWebServer"
      })
  public static class OnJetty {

    @Bean
    JettyVerifier gatewrightJettyVerifier(ApplicationContext context, Exemptions exemptions) {
      return new JettyVerifier(context, exemptions);
    }
  }
}
