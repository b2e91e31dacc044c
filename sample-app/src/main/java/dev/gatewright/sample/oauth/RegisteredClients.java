package dev.gatewright.sample.oauth;

import dev.gatewright.sample.oauth.OAuthProperties.Client;
import dev.gatewright.sample.oauth.OAuthProperties.Grant;
import dev.gatewright.sample.oauth.OAuthProperties.Tokens;
import java.net.URI;
import java.time.Duration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Makes Spring Security's registered clients of the configured ones. */
final class RegisteredClients {
  private static final String RESOURCE_SERVER = "bank.resource-server";
  private static final Duration ACCESS_TOKEN = Duration.ofMinutes(10);
  private static final Duration REFRESH_TOKEN = Duration.ofHours(24);
  private static final Duration AUTHORIZATION_CODE = Duration.ofMinutes(1);
  private static final Duration DEVICE_CODE = Duration.ofMinutes(5);

  private RegisteredClients() {}

  static RegisteredClientRepository of(OAuthProperties properties) {
    if (properties.clients().isEmpty()) {
      throw OAuthProperties.invalid("clients", "is missing", "register at least one client.");
    }
    return new InMemoryRegisteredClientRepository(
        properties.clients().entrySet().stream()
            .map(entry -> client(entry.getKey(), entry.getValue()))
            .toList());
  }

  /** Whether a client may introspect tokens. */
  static boolean isResourceServer(RegisteredClient client) {
    return Boolean.TRUE.equals(client.getClientSettings().getSetting(RESOURCE_SERVER));
  }

  private static RegisteredClient client(String id, Client configured) {
    String property = "clients." + id;
    verify(property, configured);
    RegisteredClient.Builder client =
        RegisteredClient.withId(id)
            .clientId(id)
            .clientName(
                OAuthProperties.required(
                    property + ".name", configured.name(), "set it to what customers read."))
            .redirectUris(uris -> uris.addAll(configured.redirectUris()))
            .scopes(scopes -> scopes.addAll(configured.scopes()))
            .clientSettings(settings(configured))
            .tokenSettings(tokens(configured));
    configured.grants().forEach(grant -> client.authorizationGrantType(type(grant)));
    if (configured.grants().isEmpty()) {
      // Spring Security wants one; nothing can be granted by this one, which does not exist.
      client.authorizationGrantType(new AuthorizationGrantType("none"));
    }
    if (configured.secretHash() != null) {
      client.clientSecret(configured.secretHash());
    }
    return client.clientAuthenticationMethod(authentication(configured)).build();
  }

  private static ClientAuthenticationMethod authentication(Client configured) {
    if (configured.certificateSubject() != null) {
      return ClientAuthenticationMethod.TLS_CLIENT_AUTH;
    }
    return configured.secretHash() == null
        ? ClientAuthenticationMethod.NONE
        : ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
  }

  private static ClientSettings settings(Client configured) {
    ClientSettings.Builder settings =
        ClientSettings.builder()
            .requireProofKey(true)
            .requireAuthorizationConsent(true)
            .setting(RESOURCE_SERVER, configured.resourceServer());
    if (configured.certificateSubject() != null) {
      settings.x509CertificateSubjectDN(configured.certificateSubject());
    }
    return settings.build();
  }

  private static TokenSettings tokens(Client configured) {
    return TokenSettings.builder()
        .accessTokenFormat(
            configured.tokens() == Tokens.OPAQUE
                ? OAuth2TokenFormat.REFERENCE
                : OAuth2TokenFormat.SELF_CONTAINED)
        .x509CertificateBoundAccessTokens(configured.certificateSubject() != null)
        .accessTokenTimeToLive(ACCESS_TOKEN)
        .authorizationCodeTimeToLive(AUTHORIZATION_CODE)
        .deviceCodeTimeToLive(DEVICE_CODE)
        .refreshTokenTimeToLive(REFRESH_TOKEN)
        .reuseRefreshTokens(false)
        .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
        .build();
  }

  private static AuthorizationGrantType type(Grant grant) {
    return switch (grant) {
      case AUTHORIZATION_CODE -> AuthorizationGrantType.AUTHORIZATION_CODE;
      case DEVICE_CODE -> AuthorizationGrantType.DEVICE_CODE;
      case CLIENT_CREDENTIALS -> AuthorizationGrantType.CLIENT_CREDENTIALS;
      case REFRESH_TOKEN -> AuthorizationGrantType.REFRESH_TOKEN;
    };
  }

  private static void verify(String property, Client client) {
    if (!client.isConfidential()
        && (client.resourceServer() || client.grants().contains(Grant.CLIENT_CREDENTIALS))) {
      throw OAuthProperties.invalid(
          property + ".secret-hash",
          "is missing, but the client would act in its own name",
          "set it to the bcrypt hash of a long random secret.");
    }
    if (client.secretHash() != null && client.certificateSubject() != null) {
      throw OAuthProperties.invalid(
          property + ".certificate-subject", "is set beside 'secret-hash'", "keep one of them.");
    }
    if (client.secretHash() != null && !client.secretHash().startsWith("$2")) {
      throw OAuthProperties.invalid(
          property + ".secret-hash", "is no bcrypt hash", "hash the secret; do not write it here.");
    }
    if (client.grants().contains(Grant.AUTHORIZATION_CODE) == client.redirectUris().isEmpty()) {
      throw OAuthProperties.invalid(
          property + ".redirect-uris",
          "and the grant 'authorization-code' need each other",
          "configure both or neither.");
    }
    client.redirectUris().forEach(uri -> verifyRedirect(property, uri));
  }

  private static void verifyRedirect(String property, String text) {
    URI uri = URI.create(text);
    boolean secure =
        "https".equals(uri.getScheme())
            || ("http".equals(uri.getScheme()) && Loopback.isHost(uri.getHost()));
    if (!secure || uri.getHost() == null || uri.getRawFragment() != null) {
      throw OAuthProperties.invalid(
          property + ".redirect-uris",
          "has '" + text + "'",
          "use HTTPS, or HTTP on this machine itself, and no fragment.");
    }
  }
}
