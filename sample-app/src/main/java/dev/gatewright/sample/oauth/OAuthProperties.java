package dev.gatewright.sample.oauth;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The authorization server, as {@code bank.oauth} configures it. Immutable. Its text form holds no
 * key.
 *
 * @param issuer what the world calls this server, as {@code https://bank.example}: scheme, host and
 *     port only; HTTPS, or HTTP on this machine itself; mandatory
 * @param audience the 'aud' of access tokens: the bank's API; mandatory
 * @param signingKeys private keys as JSON Web Keys (RFC 7517), each with 'kid', curve P-256; the
 *     first one signs, all of them are published; at least one
 * @param clients the registered clients, by client identifier
 */
@ConfigurationProperties("bank.oauth")
record OAuthProperties(
    @Nullable URI issuer,
    @Nullable String audience,
    @DefaultValue List<String> signingKeys,
    @DefaultValue Map<String, Client> clients) {

  /** How a client may come by a token. */
  enum Grant {
    AUTHORIZATION_CODE,
    DEVICE_CODE,
    CLIENT_CREDENTIALS,
    REFRESH_TOKEN
  }

  /** What access tokens look like. */
  enum Tokens {
    /** Signed, to be verified by whoever has the published keys (RFC 9068). */
    JWT,
    /** A random text that says nothing, to be introspected (RFC 7662). */
    OPAQUE
  }

  /**
   * A registered client. Its text form does not hold the hash of its secret.
   *
   * @param name what the customer reads when asked for consent; mandatory
   * @param secretHash bcrypt of its secret; absent where it cannot keep one, as in a browser
   * @param certificateSubject distinguished name of its TLS client certificate, as {@code
   *     CN=clearing.example} (RFC 2253), where it authenticates with that instead of a secret; its
   *     access tokens are bound to the certificate (RFC 8705)
   * @param grants how it may come by tokens
   * @param redirectUris where a customer is sent back to, compared character by character
   * @param scopes what it may ask for
   * @param tokens what its access tokens look like
   * @param resourceServer whether it may introspect tokens
   */
  record Client(
      @Nullable String name,
      @Nullable String secretHash,
      @Nullable String certificateSubject,
      @DefaultValue Set<Grant> grants,
      @DefaultValue Set<String> redirectUris,
      @DefaultValue Set<String> scopes,
      @DefaultValue("jwt") Tokens tokens,
      @DefaultValue("false") boolean resourceServer) {

    /** Whether it can prove who it is. */
    boolean isConfidential() {
      return secretHash != null || certificateSubject != null;
    }

    @Override
    public String toString() {
      return "Client[name=" + name + ", grants=" + grants + ", scopes=" + scopes + "]";
    }
  }

  /** The configured issuer. */
  URI requiredIssuer() {
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
          "set it to scheme, host and port alone, as https://bank.example; HTTP only on"
              + " localhost.");
    }
    return configured;
  }

  /** The configured audience. */
  String requiredAudience() {
    return required("audience", audience, "set it to what the bank's API is called in 'aud'.");
  }

  /** Whether any client authenticates with a certificate. */
  boolean hasCertificates() {
    return clients.values().stream().anyMatch(client -> client.certificateSubject() != null);
  }

  static <T> T required(String property, @Nullable T value, String fix) {
    if (value == null) {
      throw invalid(property, "is missing", fix);
    }
    return value;
  }

  static IllegalStateException invalid(String property, String problem, String fix) {
    return new IllegalStateException(
        "The property 'bank.oauth." + property + "' " + problem + ". Fix: " + fix);
  }

  @Override
  public String toString() {
    return "OAuthProperties[issuer=" + issuer + ", clients=" + clients.keySet() + "]";
  }
}
