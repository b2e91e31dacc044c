package dev.gatewright.example.authorization.endpoint;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.gatewright.example.authorization.Paths;
import dev.gatewright.example.authorization.client.AuthorizationServerProperties;
import dev.gatewright.example.authorization.client.RegisteredClients;
import dev.gatewright.example.authorization.grant.Authorizations;
import dev.gatewright.example.authorization.grant.FamilyRefreshTokens;
import dev.gatewright.example.authorization.token.RevocationNotices;
import dev.gatewright.example.authorization.token.SigningKeys;
import dev.gatewright.example.authorization.token.TokenClaims;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.apache.catalina.session.StandardManager;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2AccessTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.context.AbstractSecurityWebApplicationInitializer;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** Makes the parts of the authorization server. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(AuthorizationServerProperties.class)
class AuthorizationServerConfiguration {

  /** After the gate's own filter, before requests are mapped. */
  private static final int FILTER_ORDER = -100;

  /** Some 50 ms a password, which slows guessing down. */
  private static final int BCRYPT_STRENGTH = 10;

  private static final int MAX_SESSIONS = 50_000;
  private static final int MAX_AUTHORIZATIONS = 100_000;

  /** Registers Spring Security for these paths and no others. */
  @Bean
  DelegatingFilterProxyRegistrationBean authorizationServerFilters() {
    DelegatingFilterProxyRegistrationBean registration =
        new DelegatingFilterProxyRegistrationBean(
            AbstractSecurityWebApplicationInitializer.DEFAULT_FILTER_NAME);
    registration.addUrlPatterns("/oauth2/*", "/.well-known/*");
    registration.setDispatcherTypes(DispatcherType.REQUEST);
    registration.setOrder(FILTER_ORDER);
    return registration;
  }

  @Bean
  AuthorizationServerSettings authorizationServerSettings(
      AuthorizationServerProperties properties) {
    return AuthorizationServerSettings.builder()
        .issuer(properties.requiredIssuer().toString())
        .authorizationEndpoint(Paths.AUTHORIZE)
        .tokenEndpoint(Paths.TOKEN)
        .tokenRevocationEndpoint(Paths.REVOKE)
        .tokenIntrospectionEndpoint(Paths.INTROSPECT)
        .jwkSetEndpoint(Paths.JWKS)
        .deviceAuthorizationEndpoint(Paths.DEVICE_AUTHORIZATION)
        .deviceVerificationEndpoint(Paths.DEVICE_VERIFICATION)
        .oidcUserInfoEndpoint(Paths.USER_INFO)
        .oidcLogoutEndpoint(Paths.END_SESSION)
        .build();
  }

  @Bean
  RegisteredClientRepository registeredClients(AuthorizationServerProperties properties) {
    return RegisteredClients.of(properties);
  }

  @Bean
  Authorizations authorizations(RevocationNotices notices, InstantSource clock) {
    return new Authorizations(MAX_AUTHORIZATIONS, notices::send, clock);
  }

  @Bean
  OAuth2AuthorizationConsentService consents() {
    return new NoRememberedConsents();
  }

  @Bean
  JwtEncoder jwtEncoder(SigningKeys keys) {
    return new NimbusJwtEncoder(keys);
  }

  @Bean
  OAuth2TokenGenerator<OAuth2Token> tokenGenerator(
      AuthorizationServerProperties properties,
      SigningKeys keys,
      JwtEncoder encoder,
      InstantSource clock) {
    TokenClaims claims = new TokenClaims(keys, properties.requiredAudience());
    Clock time = clock.withZone(ZoneOffset.UTC);
    JwtGenerator signed = new JwtGenerator(encoder);
    signed.setClock(time);
    signed.setJwtCustomizer(claims::customize);
    OAuth2AccessTokenGenerator opaque = new OAuth2AccessTokenGenerator();
    opaque.setClock(time);
    opaque.setAccessTokenCustomizer(claims::customize);
    return new DelegatingOAuth2TokenGenerator(signed, opaque, new FamilyRefreshTokens(time));
  }

  /**
   * Verifies access tokens for the user information endpoint (OpenID Connect), which takes bearer
   * tokens of this server.
   */
  @Bean
  JwtDecoder jwtDecoder(AuthorizationServerProperties properties, JWKSource<SecurityContext> keys) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(TokenClaims.ACCESS_TOKEN_TYPE)));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(),
            new JwtIssuerValidator(properties.requiredIssuer().toString()),
            // Spring Security does not check the holder of a bound token.
            AuthorizationServerConfiguration::requireUnbound));
    return decoder;
  }

  private static OAuth2TokenValidatorResult requireUnbound(Jwt token) {
    return TokenClaims.isBound(token)
        ? OAuth2TokenValidatorResult.failure(
            new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "The token is bound", null))
        : OAuth2TokenValidatorResult.success();
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return new BCryptPasswordEncoder(BCRYPT_STRENGTH);
  }

  @Bean
  RequestCache interruptedRequests() {
    return new HttpSessionRequestCache();
  }

  /** Bounds the sessions: a flood of log-in pages does not end those of others. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedSessions() {
    return server ->
        server.addContextCustomizers(
            context -> {
              StandardManager sessions = new StandardManager();
              sessions.setMaxActiveSessions(MAX_SESSIONS);
              context.setManager(sessions);
            });
  }

  /** Tells Spring Security's session registry, of OpenID Connect, which sessions have ended. */
  @Bean
  HttpSessionEventPublisher sessionEvents() {
    return new HttpSessionEventPublisher();
  }
}
