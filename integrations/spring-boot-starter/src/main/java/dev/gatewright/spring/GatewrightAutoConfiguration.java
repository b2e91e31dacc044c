package dev.gatewright.spring;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.GateBuilder;
import dev.gatewright.runtime.caller.AcrValues;
import dev.gatewright.runtime.caller.Authenticator;
import dev.gatewright.runtime.caller.Revocations;
import dev.gatewright.runtime.challenge.Challenger;
import dev.gatewright.runtime.event.SecurityEventSink;
import dev.gatewright.runtime.event.StructuredLogSink;
import dev.gatewright.runtime.exchange.TrustedProxies;
import dev.gatewright.runtime.input.InputValidator;
import dev.gatewright.runtime.limit.LimitChange;
import dev.gatewright.runtime.limit.LimitListener;
import dev.gatewright.runtime.limit.LimitRefresh;
import dev.gatewright.runtime.limit.RateLimitHeaders;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.runtime.limit.SharedLimitChanges;
import jakarta.validation.Validator;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * Builds the {@link Gate} of the {@code gatewright.*} properties. An application replaces any part
 * by a bean of its own.
 */
@AutoConfiguration
@EnableConfigurationProperties(GatewrightProperties.class)
@Import({GuardConfiguration.class, GateWebConfiguration.class})
public class GatewrightAutoConfiguration {
  /** Name of the bean that tells the time. */
  public static final String CLOCK = "gatewrightClock";

  private final GatewrightProperties properties;

  GatewrightAutoConfiguration(
      GatewrightProperties properties, Environment environment, ResourceLoader resources) {
    this.properties = properties;
    MissingModules.verify(
        environment, Objects.requireNonNull(resources.getClassLoader(), "class loader"));
    ForwardedHeadersVerifier.verify(environment);
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
  @ConditionalOnMissingBean(Revocations.class)
  Revocations gatewrightRevocations() {
    return Revocations.none();
  }

  @Bean
  @ConditionalOnMissingBean(AcrValues.class)
  AcrValues gatewrightAcrValues() {
    StepUpProperties stepUp = properties.stepUp();
    return Property.options(
        option -> "gatewright.step-up." + (option.equals("acrValues") ? "acr-values" : "mfa-from"),
        () -> AcrValues.weakestFirst(stepUp.acrValues(), stepUp.mfaFrom()));
  }

  @Bean
  @ConditionalOnMissingBean(RateLimiter.class)
  RateLimiter gatewrightRateLimiter() {
    return properties.limits().inProcess();
  }

  @Bean
  @ConditionalOnMissingBean(InputValidator.class)
  InputValidator gatewrightInputValidator(ObjectProvider<Validator> validators) {
    return ApplicationValidator.of(validators);
  }

  @Bean
  @ConditionalOnMissingBean(TrustedProxies.class)
  TrustedProxies gatewrightTrustedProxies() {
    TransportProperties transport = properties.transport();
    Property.build(
        "gatewright.transport.ipv6-prefix",
        () -> TrustedProxies.of(List.of(), transport.ipv6Prefix()));
    return Property.build(
        "gatewright.transport.trusted-proxies",
        () -> TrustedProxies.of(transport.trustedProxies(), transport.ipv6Prefix()));
  }

  /** Besides the application's own sinks; one of this name replaces it. */
  @Bean
  @ConditionalOnMissingBean(name = "gatewrightSecurityLog")
  SecurityEventSink gatewrightSecurityLog() {
    return new StructuredLogSink();
  }

  @Bean
  @ConditionalOnMissingBean(Gate.class)
  Gate gate(
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
      @Qualifier(GatewrightAutoConfiguration.CLOCK) InstantSource clock) {
    GateBuilder gate =
        new GateBuilder()
            .revocations(revocations)
            .acrValues(acrValues)
            .rateLimiter(rateLimiter)
            .validator(validator)
            .trustedProxies(trustedProxies)
            .httpsRequirement(properties.transport().https())
            .clock(clock);
    Property.build("gatewright.realm", () -> gate.realm(properties.realm()));
    limits(gate, clock);
    sharedLimitChanges.ifAvailable(gate::sharedLimitChanges);
    limitListeners.orderedStream().forEach(gate::limitListener);
    challenger.ifAvailable(gate::challenger);
    authenticators.orderedStream().forEach(gate::authenticator);
    sinks.orderedStream().forEach(gate::sink);
    return gate.build();
  }

  @Bean
  @ConditionalOnBean(SharedLimitChanges.class)
  LimitRefreshLifecycle gatewrightLimitRefresh(Gate gate) {
    return Property.build(
        "gatewright.limits.refresh-interval",
        () ->
            new LimitRefreshLifecycle(
                new LimitRefresh(gate.limits(), properties.limits().refreshInterval())));
  }

  private void limits(GateBuilder gate, InstantSource clock) {
    LimitsProperties limits = properties.limits();
    Property.build("gatewright.limits.held-calls", () -> gate.heldCalls(limits.heldCalls()));
    Property.build(
        "gatewright.limits.headers",
        () -> gate.limitHeaders(RateLimitHeaders.of(clock, limits.headers())));
    Map<String, LimitChange> changes = new HashMap<>();
    limits.overrides().forEach((name, override) -> changes.put(name, override.change()));
    gate.limitChanges(changes);
  }
}
