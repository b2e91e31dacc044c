package dev.gatewright.spring.explanation;

import dev.gatewright.spring.startup.StartUpException;
import dev.gatewright.spring.transport.TransportProperties;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Says who is told why requests are refused: the log always, clients in development. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExplanationProperties.class)
public class ExplanationConfiguration {
  private static final Logger log = LoggerFactory.getLogger(ExplanationConfiguration.class);
  private static final String PROPERTY = "gatewright.explain";
  private static final Set<String> PRODUCTION = Set.of("prod", "production");

  @Bean
  Explanations gatewrightExplanations(TransportProperties transport) {
    return new Explanations(transport.https());
  }

  /** Where clients are answered. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
  static class Clients {

    @Bean
    ClientExplanations gatewrightClientExplanations(
        ExplanationProperties properties, Explanations explanations, Environment environment) {
      if (properties.explain()) {
        for (String profile : environment.getActiveProfiles()) {
          if (PRODUCTION.contains(profile.toLowerCase(Locale.ROOT))) {
            throw new StartUpException(
                "the property '"
                    + PROPERTY
                    + "' is true, which is for development, but the profile '"
                    + profile
                    + "' is active",
                "set it in the properties of a development profile only, as in"
                    + " application-dev.properties; or remove it.");
          }
        }
        log.warn(
            "'{}' is true: clients on this machine are told why they are refused. Fix, before"
                + " anybody else uses this application: remove it.",
            PROPERTY);
      }
      return new ClientExplanations(properties.explain() ? explanations : null);
    }
  }
}
