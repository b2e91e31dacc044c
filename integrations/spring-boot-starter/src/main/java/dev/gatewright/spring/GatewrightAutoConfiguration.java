package dev.gatewright.spring;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.GateBuilder;
import dev.gatewright.runtime.caller.AcrValues;
import dev.gatewright.runtime.caller.Authenticator;
import dev.gatewright.runtime.caller.Revocations;
import dev.gatewright.runtime.challenge.Challenger;
import dev.gatewright.runtime.event.SecurityEventSink;
import dev.gatewright.runtime.exchange.TrustedProxies;
import dev.gatewright.runtime.input.InputValidator;
import dev.gatewright.runtime.limit.LimitListener;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.runtime.limit.SharedLimitChanges;
import dev.gatewright.spring.bean.GuardConfiguration;
import dev.gatewright.spring.caller.CallerConfiguration;
import dev.gatewright.spring.caller.CallerProperties;
import dev.gatewright.spring.caller.CredentialLife;
import dev.gatewright.spring.entry.EntryConfiguration;
import dev.gatewright.spring.event.StructuredLogSink;
import dev.gatewright.spring.exemption.ExemptionConfiguration;
import dev.gatewright.spring.explanation.ExplanationConfiguration;
import dev.gatewright.spring.explanation.Explanations;
import dev.gatewright.spring.limit.LimitsConfiguration;
import dev.gatewright.spring.limit.LimitsProperties;
import dev.gatewright.spring.limit.PlansOfContainer;
import dev.gatewright.spring.startup.StartUpConfiguration;
import dev.gatewright.spring.transport.TransportConfiguration;
import dev.gatewright.spring.transport.TransportProperties;
import dev.gatewright.spring.undecided.UndecidedConfiguration;
import dev.gatewright.spring.web.WebConfiguration;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * Builds the {@link Gate} of the {@code gatewright.*} properties. An application replaces any part
 * by a bean of its own.
 */
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@AutoConfiguration
@Import({
  StartUpConfiguration.class,
  GuardConfiguration.class,
  ExemptionConfiguration.class,
  ExplanationConfiguration.class,
  EntryConfiguration.class,
  WebConfiguration.class,
  CallerConfiguration.class,
  LimitsConfiguration.class,
  TransportConfiguration.class,
  UndecidedConfiguration.class
})
public class GatewrightAutoConfiguration {
  /** Name of the bean that tells the time. */
  public static final String CLOCK = "gatewrightClock";

  private static final String CREDENTIAL_LIFE = "gatewrightCredentialLife";

  /** Before the gate, and in every application, be its gate Gatewright's or not. */
  @Bean(PartsVerifier.BEAN)
  @Lazy(false)
  PartsVerifier gatewrightPartsVerifier(
      ConfigurableListableBeanFactory beans, Environment environment, ResourceLoader resources) {
    return new PartsVerifier(
        beans, environment, Objects.requireNonNull(resources.getClassLoader(), "class loader"));
  }

  /**
   * The time that tokens, keys and limits go by. A Clock that the application has for itself, which
   * may stand still, is not taken; only a bean of this name is.
   */
  @Bean(CLOCK)
  @ConditionalOnMissingBean(name = CLOCK)
  InstantSource gatewrightClock() {
    return InstantSource.system();
  }

  @Bean
  @ConditionalOnMissingBean(InputValidator.class)
  InputValidator gatewrightInputValidator(ApplicationContext context) {
    return ApplicationValidator.of(context);
  }

  /** Besides the application's own sinks; one of this name replaces it. */
  @Bean
  @ConditionalOnMissingBean(name = "gatewrightSecurityLog")
  SecurityEventSink gatewrightSecurityLog(Explanations explanations) {
    return new StructuredLogSink(explanations);
  }

  @Bean
  @DependsOn({PartsVerifier.BEAN, CREDENTIAL_LIFE})
  @ConditionalOnMissingBean(Gate.class)
  Gate gate(
      CallerProperties caller,
      LimitsProperties limits,
      TransportProperties transport,
      ObjectProvider<Authenticator> authenticators,
      ObjectProvider<SecurityEventSink> sinks,
      Revocations revocations,
      AcrValues acrValues,
      RateLimiter rateLimiter,
      ObjectProvider<SharedLimitChanges> sharedLimitChanges,
      ObjectProvider<LimitListener> limitListeners,
      ObjectProvider<Challenger> challenger,
      InputValidator validator,
      TrustedProxies trustedProxies,
      ListableBeanFactory beans,
      @Qualifier(GatewrightAutoConfiguration.CLOCK) InstantSource clock) {
    GateBuilder gate =
        new GateBuilder()
            .revocations(revocations)
            .acrValues(acrValues)
            .rateLimiter(rateLimiter)
            .validator(validator)
            .trustedProxies(trustedProxies)
            .httpsRequirement(transport.https())
            .callerPlans(new PlansOfContainer(beans))
            .clock(clock);
    caller.applyTo(gate);
    limits.applyTo(gate, clock);
    sharedLimitChanges.ifAvailable(gate::sharedLimitChanges);
    limitListeners.orderedStream().forEach(gate::limitListener);
    challenger.ifAvailable(gate::challenger);
    authenticators.orderedStream().forEach(gate::authenticator);
    sinks.orderedStream().forEach(gate::sink);
    return gate.build();
  }

  /** Made before the gate, so that both ask the same Revocations, which are verified then. */
  @Bean(CREDENTIAL_LIFE)
  @DependsOn(PartsVerifier.BEAN)
  CredentialLife gatewrightCredentialLife(
      Revocations revocations, @Qualifier(GatewrightAutoConfiguration.CLOCK) InstantSource clock) {
    return new CredentialLife(revocations, clock);
  }
}
