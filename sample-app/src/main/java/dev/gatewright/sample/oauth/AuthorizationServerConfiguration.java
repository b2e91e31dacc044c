package dev.gatewright.sample.oauth;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.gatewright.runtime.auth.RevocationStore;
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
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
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

/** What the authorization server is made of. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(OAuthProperties.class)
class AuthorizationServerConfiguration {

  /** Before it is mapped, and after the gate's own filter. */
  private static final int FILTER_ORDER = -100;

  private static final int MAX_SESSIONS = 50_000;
  private static final int MAX_AUTHORIZATIONS = 100_000;

  /**
   * Spring Security is asked about these paths and no others: the rest of the bank does not even
   * know that it is there.
   */
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
  AuthorizationServerSettings authorizationServerSettings(OAuthProperties properties) {
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
  RegisteredClientRepository registeredClients(OAuthProperties properties) {
    return RegisteredClients.of(properties);
  }

  /** What ends here ends at the gate: the same issuer, the same token identifiers. */
  @Bean
  Authorizations authorizations(
      OAuthProperties properties, RevocationStore revocations, InstantSource clock) {
    String issuer = properties.requiredIssuer().toString();
    return new Authorizations(
        MAX_AUTHORIZATIONS, (tokenId, until) -> revocations.revoke(issuer, tokenId, until), clock);
  }

  @Bean
  OAuth2AuthorizationConsentService consents() {
    return new NoRememberedConsents();
  }

  @Bean
  OAuth2TokenGenerator<OAuth2Token> tokenGenerator(
      OAuthProperties properties, SigningKeys keys, InstantSource clock) {
    TokenClaims claims = new TokenClaims(keys, properties.requiredAudience());
    Clock time = clock.withZone(ZoneOffset.UTC);
    JwtGenerator signed = new JwtGenerator(new NimbusJwtEncoder(keys));
    signed.setClock(time);
    signed.setJwtCustomizer(claims::customize);
    OAuth2AccessTokenGenerator opaque = new OAuth2AccessTokenGenerator();
    opaque.setClock(time);
    opaque.setAccessTokenCustomizer(claims::customize);
    return new DelegatingOAuth2TokenGenerator(signed, opaque, new FamilyRefreshTokens(time));
  }

  /**
   * For the user information endpoint (OpenID Connect), which takes access tokens of this server
   * that are bound to nobody.
   */
  @Bean
  JwtDecoder jwtDecoder(OAuthProperties properties, JWKSource<SecurityContext> keys) {
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
            // Spring Security would not ask who sends it.
            AuthorizationServerConfiguration::requireUnbound));
    return decoder;
  }

  private static OAuth2TokenValidatorResult requireUnbound(Jwt token) {
    return token.hasClaim(TokenBinding.CLAIM)
        ? OAuth2TokenValidatorResult.failure(
            new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "The token is bound", null))
        : OAuth2TokenValidatorResult.success();
  }

  @Bean
  RequestCache interruptedRequests() {
    return new HttpSessionRequestCache();
  }

  /** A flood of log-in pages never drives out the sessions of others. */
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

  /** Sessions that end are forgotten by what OpenID Connect remembers of them. */
  @Bean
  HttpSessionEventPublisher sessionEvents() {
    return new HttpSessionEventPublisher();
  }
}
