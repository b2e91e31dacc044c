package dev.gatewright.example.authorization.client;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configures the server, below {@code authorization-server}. Immutable. Its text form holds no key.
 *
 * @param issuer origin under which clients reach this server, as {@code https://login.example}:
 *     scheme, host and port only; HTTPS, or HTTP on this machine itself; mandatory
 * @param audience the 'aud' of access tokens: the API that they are for; mandatory
 * @param demo makes two signing keys at each start, where none is configured, and lets everybody on
 *     this machine play the operator
 * @param signingKeys private keys as JSON Web Keys (RFC 7517), each with 'kid', curve P-256; the
 *     first one signs, all of them are published; at least one
 * @param clients the registered clients, by client identifier
 * @param revocationUris endpoints of resource servers that are told of revoked access tokens;
 *     HTTPS, or HTTP on this machine itself
 */
@ConfigurationProperties("authorization-server")
public record AuthorizationServerProperties(
    @Nullable URI issuer,
    @Nullable String audience,
    @DefaultValue("false") boolean demo,
    @DefaultValue List<String> signingKeys,
    @DefaultValue Map<String, Client> clients,
    @DefaultValue List<URI> revocationUris) {

  /** Ways for a client to get a token. */
  public enum Grant {
    AUTHORIZATION_CODE,
    DEVICE_CODE,
    CLIENT_CREDENTIALS,
    REFRESH_TOKEN
  }

  /** Formats of access tokens. */
  public enum Tokens {
    /** Signed, and verified with the published keys (RFC 9068). */
    JWT,
    /** A random text without content, to be introspected (RFC 7662). */
    OPAQUE
  }

  /**
   * Registers a client. Its text form does not hold the hash of its secret.
   *
   * @param name shown to customers who are asked for consent; mandatory
   * @param secretHash bcrypt of its secret; absent where it cannot keep one, as in a browser
   * @param certificateSubject distinguished name of its TLS client certificate, as {@code
   *     CN=clearing.example} (RFC 2253), where it authenticates with that instead of a secret; its
   *     access tokens are bound to the certificate (RFC 8705)
   * @param grants ways in which it may get tokens
   * @param redirectUris addresses that customers are sent back to, compared character by character
   * @param scopes scopes that it may request
   * @param tokens format of its access tokens
   * @param resourceServer whether it may introspect tokens
   */
  public record Client(
      @Nullable String name,
      @Nullable String secretHash,
      @Nullable String certificateSubject,
      @DefaultValue Set<Grant> grants,
      @DefaultValue Set<String> redirectUris,
      @DefaultValue Set<String> scopes,
      @DefaultValue("jwt") Tokens tokens,
      @DefaultValue("false") boolean resourceServer) {

    /** Tells whether it authenticates, with a secret or a certificate. */
    public boolean isConfidential() {
      return secretHash != null || certificateSubject != null;
    }

    @Override
    public String toString() {
      return "Client[name=" + name + ", grants=" + grants + ", scopes=" + scopes + "]";
    }
  }

  /**
   * Returns the configured issuer.
   *
   * @throws IllegalStateException if it is missing, or is no secure origin
   */
  public URI requiredIssuer() {
    URI configured = required("issuer", issuer, "set it to the server's origin.");
    boolean local = "http".equals(configured.getScheme()) && Loopback.isHost(configured.getHost());
    if ((!local && !"https".equals(configured.getScheme()))
        || configured.getHost() == null
        || !String.valueOf(configured.getRawPath()).isEmpty()
        || configured.getRawQuery() != null
        || configured.getRawFragment() != null
        || configured.getRawUserInfo() != null) {
      throw invalid(
          "issuer",
          "is '" + configured + "'",
          "set it to scheme, host and port alone, as https://login.example; HTTP only on"
              + " localhost.");
    }
    return configured;
  }

  /**
   * Returns the configured audience.
   *
   * @throws IllegalStateException if it is missing
   */
  public String requiredAudience() {
    return required("audience", audience, "set it to the name of the API that tokens are for.");
  }

  /**
   * Returns the endpoints that are told of revoked tokens.
   *
   * @throws IllegalStateException if one of them would be told in clear over a network
   */
  public List<URI> secureRevocationUris() {
    for (URI uri : revocationUris) {
      boolean local = "http".equals(uri.getScheme()) && Loopback.isHost(uri.getHost());
      if (!local && !("https".equals(uri.getScheme()) && uri.getHost() != null)) {
        throw invalid(
            "revocation-uris", "has '" + uri + "'", "use HTTPS, or HTTP on this machine itself.");
      }
    }
    return revocationUris;
  }

  /** Tells whether any client authenticates with a certificate. */
  public boolean hasCertificates() {
    return clients.values().stream().anyMatch(client -> client.certificateSubject() != null);
  }

  static <T> T required(String property, @Nullable T value, String fix) {
    if (value == null) {
      throw invalid(property, "is missing", fix);
    }
    return value;
  }

  /** Returns an exception whose message names the property, the problem and the fix. */
  public static IllegalStateException invalid(String property, String problem, String fix) {
    return new IllegalStateException(
        "The property 'authorization-server." + property + "' " + problem + ". Fix: " + fix);
  }

  @Override
  public String toString() {
    return "AuthorizationServerProperties[issuer=" + issuer + ", clients=" + clients.keySet() + "]";
  }
}
