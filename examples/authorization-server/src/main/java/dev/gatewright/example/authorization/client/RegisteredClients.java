package dev.gatewright.example.authorization.client;

import dev.gatewright.example.authorization.client.AuthorizationServerProperties.Client;
import dev.gatewright.example.authorization.client.AuthorizationServerProperties.Grant;
import dev.gatewright.example.authorization.client.AuthorizationServerProperties.Tokens;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Makes Spring Security's registered clients of the configured ones, and reads them. */
public final class RegisteredClients {
  private static final String RESOURCE_SERVER = "authorization-server.resource-server";

  /** Scope with which this server tells resource servers of revoked tokens. */
  public static final String RESERVED_SCOPE = "tokens:revoke";

  private static final Duration ACCESS_TOKEN = Duration.ofMinutes(10);
  private static final Duration REFRESH_TOKEN = Duration.ofHours(24);
  private static final Duration AUTHORIZATION_CODE = Duration.ofMinutes(1);
  private static final Duration DEVICE_CODE = Duration.ofMinutes(5);

  private RegisteredClients() {}

  /**
   * Makes all registered clients.
   *
   * @throws IllegalStateException if there is none, or one is not safe; the message names the
   *     property
   */
  public static RegisteredClientRepository of(AuthorizationServerProperties properties) {
    if (properties.clients().isEmpty()) {
      throw AuthorizationServerProperties.invalid(
          "clients", "is missing", "register at least one client.");
    }
    return new InMemoryRegisteredClientRepository(
        properties.clients().entrySet().stream()
            .map(entry -> client(entry.getKey(), entry.getValue()))
            .toList());
  }

  /** Tells whether a client may introspect tokens. */
  public static boolean isResourceServer(RegisteredClient client) {
    return Boolean.TRUE.equals(client.getClientSettings().getSetting(RESOURCE_SERVER));
  }

  /**
   * Returns the origins that a client's redirect URIs have, with {@code *} as the port where any
   * port will do.
   */
  public static Set<String> redirectOrigins(RegisteredClient client) {
    return client.getRedirectUris().stream()
        .map(RegisteredClients::origin)
        .collect(Collectors.toSet());
  }

  private static String origin(String redirectUri) {
    URI uri = URI.create(redirectUri);
    String origin = uri.getScheme() + "://" + uri.getHost();
    if (Loopback.isAddress(uri.getHost())) {
      // Any port, as RFC 8252, section 7.3, wants it.
      return origin + ":*";
    }
    return uri.getPort() < 0 ? origin : origin + ":" + uri.getPort();
  }

  private static RegisteredClient client(String id, Client configured) {
    String property = "clients." + id;
    verify(property, configured);
    RegisteredClient.Builder client =
        RegisteredClient.withId(id)
            .clientId(id)
            .clientName(
                AuthorizationServerProperties.required(
                    property + ".name",
                    configured.name(),
                    "set it to the name that customers read."))
            .redirectUris(uris -> uris.addAll(configured.redirectUris()))
            .scopes(scopes -> scopes.addAll(configured.scopes()))
            .clientSettings(settings(configured))
            .tokenSettings(tokens(configured));
    configured.grants().forEach(grant -> client.authorizationGrantType(type(grant)));
    if (configured.grants().isEmpty()) {
      // Spring Security requires one; this one does not exist, so nothing is granted by it.
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
      throw AuthorizationServerProperties.invalid(
          property + ".secret-hash",
          "is missing, but the client would act in its own name",
          "set it to the bcrypt hash of a long random secret.");
    }
    if (client.secretHash() != null && client.certificateSubject() != null) {
      throw AuthorizationServerProperties.invalid(
          property + ".certificate-subject", "is set beside 'secret-hash'", "keep one of them.");
    }
    if (client.secretHash() != null && !client.secretHash().startsWith("$2")) {
      throw AuthorizationServerProperties.invalid(
          property + ".secret-hash", "is no bcrypt hash", "hash the secret with bcrypt.");
    }
    if (client.grants().contains(Grant.AUTHORIZATION_CODE) == client.redirectUris().isEmpty()) {
      throw AuthorizationServerProperties.invalid(
          property + ".redirect-uris",
          "and the grant 'authorization-code' need each other",
          "configure both or neither.");
    }
    if (client.scopes().contains(RESERVED_SCOPE)) {
      throw AuthorizationServerProperties.invalid(
          property + ".scopes",
          "has '" + RESERVED_SCOPE + "'",
          "remove it: it is the server's own.");
    }
    client.redirectUris().forEach(uri -> verifyRedirect(property, uri));
  }

  private static void verifyRedirect(String property, String text) {
    URI uri = URI.create(text);
    boolean secure =
        "https".equals(uri.getScheme())
            || ("http".equals(uri.getScheme()) && Loopback.isHost(uri.getHost()));
    if (!secure || uri.getHost() == null || uri.getRawFragment() != null) {
      throw AuthorizationServerProperties.invalid(
          property + ".redirect-uris",
          "has '" + text + "'",
          "use HTTPS, or HTTP on this machine itself, and no fragment.");
    }
  }
}
