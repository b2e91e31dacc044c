package dev.gatewright.spring;

import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.GateBuilder;
import dev.gatewright.runtime.auth.AccessTokens;
import dev.gatewright.runtime.auth.AcrValues;
import dev.gatewright.runtime.auth.Authenticator;
import dev.gatewright.runtime.auth.BearerAuthenticator;
import dev.gatewright.runtime.auth.Revocations;
import dev.gatewright.runtime.auth.apikey.ApiKeyAuthenticator;
import dev.gatewright.runtime.auth.apikey.ApiKeyHasher;
import dev.gatewright.runtime.auth.apikey.ApiKeys;
import dev.gatewright.runtime.auth.jwt.KeySource;
import dev.gatewright.runtime.challenge.Challenger;
import dev.gatewright.runtime.event.SecurityEventSink;
import dev.gatewright.runtime.event.StructuredLogSink;
import dev.gatewright.runtime.exchange.ClientCertificates;
import dev.gatewright.runtime.exchange.TrustedProxies;
import dev.gatewright.runtime.input.InputValidator;
import dev.gatewright.runtime.limit.LimitChange;
import dev.gatewright.runtime.limit.LimitListener;
import dev.gatewright.runtime.limit.LimitRefresh;
import dev.gatewright.runtime.limit.RateLimitHeaders;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.runtime.limit.SharedLimitChanges;
import dev.gatewright.runtime.secret.Secrets;
import jakarta.validation.Validator;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * Builds the {@link Gate} of the {@code gatewright.*} properties. An application replaces any part
 * by a bean of its own.
 */
@AutoConfiguration
@EnableConfigurationProperties(GatewrightProperties.class)
@Import({
  GuardConfiguration.class,
  ChallengeConfiguration.class,
  GateWebConfiguration.class,
  SecretsConfiguration.class,
  SenderConstraintConfiguration.class
})
public class GatewrightAutoConfiguration {
  /** Name of the bean that tells the time. */
  static final String CLOCK = "gatewrightClock";

  private final GatewrightProperties properties;

  GatewrightAutoConfiguration(GatewrightProperties properties, Environment environment) {
    this.properties = properties;
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
  @Conditional(OnCredentials.Bearer.class)
  @ConditionalOnMissingBean(AccessTokens.class)
  AccessTokens gatewrightAccessTokens(
      @Qualifier(GatewrightAutoConfiguration.CLOCK) InstantSource clock,
      ResourceLoader resources,
      ObjectProvider<Secrets> secrets,
      ListableBeanFactory beans) {
    JwtConfiguration jwt =
        new JwtConfiguration(resources, beans.getBeansOfType(KeySource.class), clock);
    AccessTokens signed = properties.jwt() == null ? null : jwt.tokens(properties.jwt());
    AccessTokens opaque =
        properties.introspection() == null
            ? null
            : IntrospectionConfiguration.tokens(
                properties.introspection(), secrets::getObject, clock);
    AccessTokens tokens =
        signed == null || opaque == null
            ? Objects.requireNonNull(signed == null ? opaque : signed)
            : AccessTokens.jwtOrOpaque(signed, opaque);
    return new ConfiguredAccessTokens(tokens, jwt.sources());
  }

  @Bean
  @ConditionalOnBean(AccessTokens.class)
  @ConditionalOnMissingBean(BearerAuthenticator.class)
  BearerAuthenticator gatewrightBearerAuthenticator(
      AccessTokens tokens, ClientCertificates certificates) {
    return new BearerAuthenticator(tokens, certificates);
  }

  @Bean
  @Conditional(OnCredentials.ApiKey.class)
  ConfiguredApiKeys gatewrightConfiguredApiKeys(ConfigurableListableBeanFactory beans) {
    return new ConfiguredApiKeys(Objects.requireNonNull(properties.apiKeys()), beans);
  }

  @Bean(ConfiguredApiKeys.BEAN)
  @Conditional(OnCredentials.ApiKey.class)
  @ConditionalOnMissingBean(ApiKeys.class)
  ApiKeys gatewrightApiKeys() {
    return ApiKeyAuthentication.keys(Objects.requireNonNull(properties.apiKeys()));
  }

  @Bean
  @Conditional(OnCredentials.ApiKey.class)
  @ConditionalOnMissingBean(ApiKeyHasher.class)
  ApiKeyHasher gatewrightApiKeyHasher(ObjectProvider<Secrets> secrets) {
    return ApiKeyAuthentication.hasher(
        Objects.requireNonNull(properties.apiKeys()), secrets::getObject);
  }

  @Bean
  @Conditional(OnCredentials.ApiKey.class)
  @ConditionalOnMissingBean(ApiKeyAuthenticator.class)
  ApiKeyAuthenticator gatewrightApiKeyAuthenticator(
      ApiKeys keys,
      ApiKeyHasher hasher,
      @Qualifier(GatewrightAutoConfiguration.CLOCK) InstantSource clock) {
    return ApiKeyAuthenticator.builder(keys, hasher).clock(clock).build();
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
        Gate.builder()
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
