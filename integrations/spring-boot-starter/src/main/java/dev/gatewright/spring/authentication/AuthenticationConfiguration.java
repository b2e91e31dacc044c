package dev.gatewright.spring.authentication;

import dev.gatewright.authentication.AccessTokens;
import dev.gatewright.authentication.BearerAuthenticator;
import dev.gatewright.authentication.JwtOrOpaqueTokens;
import dev.gatewright.authentication.apikey.ApiKeyAuthenticator;
import dev.gatewright.authentication.apikey.ApiKeyHasher;
import dev.gatewright.authentication.apikey.ApiKeys;
import dev.gatewright.authentication.certificate.ClientCertificates;
import dev.gatewright.authentication.jwt.KeySource;
import dev.gatewright.secret.Secrets;
import dev.gatewright.spring.GatewrightAutoConfiguration;
import dev.gatewright.spring.startup.ConditionalOnAnyProperty;
import dev.gatewright.spring.startup.StartUpProblems;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.io.ResourceLoader;

/**
 * Makes the authenticators of the {@code gatewright.*} properties, where the module {@code
 * gatewright-authentication} is there. An application replaces any part by a bean of its own.
 */
@AutoConfigureOrder(Ordered.LOWEST_PRECEDENCE)
@AutoConfiguration(after = GatewrightAutoConfiguration.class)
@ConditionalOnBean(GatewrightAutoConfiguration.class)
@ConditionalOnClass(AccessTokens.class)
@EnableConfigurationProperties(AuthenticationProperties.class)
@Import(SenderConstraintConfiguration.class)
class AuthenticationConfiguration {
  private final AuthenticationProperties properties;

  AuthenticationConfiguration(AuthenticationProperties properties) {
    this.properties = properties;
  }

  @Bean
  @ConditionalOnAnyProperty({"gatewright.jwt", "gatewright.introspection"})
  @ConditionalOnMissingBean(AccessTokens.class)
  AccessTokens gatewrightAccessTokens(
      @Qualifier(GatewrightAutoConfiguration.CLOCK) InstantSource clock,
      ResourceLoader resources,
      ObjectProvider<Secrets> secrets,
      ObjectProvider<SslBundles> sslBundles,
      ListableBeanFactory beans) {
    JwtConfiguration jwt =
        new JwtConfiguration(
            resources, beans.getBeansOfType(KeySource.class), sslBundles::getIfAvailable, clock);
    StartUpProblems problems = new StartUpProblems();
    JwtProperties ofJwt = properties.jwt();
    AccessTokens signed = ofJwt == null ? null : problems.make(() -> jwt.tokens(ofJwt));
    IntrospectionProperties ofOpaque = properties.introspection();
    AccessTokens opaque =
        ofOpaque == null
            ? null
            : problems.make(
                () -> IntrospectionConfiguration.tokens(ofOpaque, secrets::getObject, clock));
    problems.throwIfAny();
    AccessTokens tokens =
        signed == null || opaque == null
            ? Objects.requireNonNull(signed == null ? opaque : signed)
            : new JwtOrOpaqueTokens(signed, opaque);
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
  @ConditionalOnAnyProperty("gatewright.api-keys")
  ConfiguredApiKeys gatewrightConfiguredApiKeys(ConfigurableListableBeanFactory beans) {
    return new ConfiguredApiKeys(Objects.requireNonNull(properties.apiKeys()), beans);
  }

  @Bean(ConfiguredApiKeys.BEAN)
  @ConditionalOnAnyProperty("gatewright.api-keys")
  @ConditionalOnMissingBean(ApiKeys.class)
  ApiKeys gatewrightApiKeys() {
    return ApiKeyAuthentication.keys(Objects.requireNonNull(properties.apiKeys()));
  }

  @Bean
  @ConditionalOnAnyProperty("gatewright.api-keys")
  @ConditionalOnMissingBean(ApiKeyHasher.class)
  ApiKeyHasher gatewrightApiKeyHasher(ObjectProvider<Secrets> secrets) {
    return ApiKeyAuthentication.hasher(
        Objects.requireNonNull(properties.apiKeys()), secrets::getObject);
  }

  @Bean
  @ConditionalOnAnyProperty("gatewright.api-keys")
  @ConditionalOnMissingBean(ApiKeyAuthenticator.class)
  ApiKeyAuthenticator gatewrightApiKeyAuthenticator(
      ApiKeys keys,
      ApiKeyHasher hasher,
      @Qualifier(GatewrightAutoConfiguration.CLOCK) InstantSource clock) {
    return ApiKeyAuthenticator.builder(keys, hasher).clock(clock).build();
  }
}
