package dev.gatewright.spring.authentication;

import dev.gatewright.authentication.jwt.JwtAlgorithm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which JWT access tokens are accepted. Immutable.
 *
 * @param issuers who may issue them, each under a name of the application's choice; at least one
 * @param clockSkew how far the issuers' clocks may be off; at most 2 minutes
 * @param cacheSize how many verified tokens are remembered, so that they need no cryptography on
 *     their next request; 0 remembers none
 */
public record JwtProperties(
    @DefaultValue Map<String, Issuer> issuers,
    @DefaultValue("30s") Duration clockSkew,
    @DefaultValue("10000") int cacheSize) {

  /**
   * One issuer.
   *
   * @param issuerUri its 'iss' where it publishes metadata there (OpenID Connect Discovery 1.0, RFC
   *     8414), which say where its keys are: HTTPS, or HTTP to this machine; in place of 'issuer'
   *     and keys
   * @param issuer its 'iss'; mandatory without 'issuer-uri'
   * @param audience names of this API, one of which must be in 'aud'; mandatory
   * @param jwksUri where its key set is: HTTPS, HTTP to this machine, or a file as
   *     'file:/run/keys/jwks.json'; absent where 'keys' are given
   * @param algorithms algorithms that keys of the set are used with, such as ES256; mandatory with
   *     'jwks-uri'; with 'issuer-uri' what the issuer says unless set
   * @param refreshInterval how often its key set is read, 1 second to 1 hour; a withdrawn key is
   *     accepted for as long; 5 minutes unless set, 10 seconds for a file
   * @param maxStale how long keys are used while its key set cannot be read, 1 minute to 7 days; a
   *     withdrawn key is accepted for as long then
   * @param keys keys that its tokens are verified with; at least one, several while keys rotate
   * @param keySource name of the application's bean of type KeySource that knows the keys; in place
   *     of 'issuer-uri', 'jwks-uri' or 'keys'
   * @param sslBundle name of the SSL bundle ('spring.ssl.bundle') that says whom to trust where the
   *     key set or the metadata are read, as a private authority; read once, at the start
   * @param maxLifetime longest lifetime of a token that is accepted
   * @param rolesClaim claims that hold the caller's roles, by name or by a path as
   *     'realm_access.roles'; those of all are added up
   * @param claims claims that policies may read of a caller, by name or by a path; at most 16
   * @param clientAsSubject whether a token without 'sub' speaks for its client, 'client_id' or
   *     'azp'; only where no client has the id of a user
   */
  public record Issuer(
      @Nullable String issuerUri,
      @Nullable String issuer,
      @DefaultValue List<String> audience,
      @Nullable String jwksUri,
      @DefaultValue Set<JwtAlgorithm> algorithms,
      @Nullable Duration refreshInterval,
      @DefaultValue("24h") Duration maxStale,
      @DefaultValue List<Key> keys,
      @Nullable String keySource,
      @Nullable String sslBundle,
      @DefaultValue("15m") Duration maxLifetime,
      @DefaultValue("roles") List<String> rolesClaim,
      @DefaultValue List<String> claims,
      @DefaultValue("false") boolean clientAsSubject) {}

  /**
   * One key. Its text form holds nothing of a secret.
   *
   * @param id the 'kid' of tokens signed with it; absent where tokens carry none
   * @param algorithm the only algorithm it verifies: HS256 to HS512, RS256 to RS512, PS256 to
   *     PS512, ES256 to ES512 or EdDSA; mandatory
   * @param secret shared secret of an HS algorithm, in base64
   * @param publicKey public key of any other algorithm: PEM text, or where it is, as
   *     'classpath:issuer.pem' or 'file:/run/keys/issuer.pem'
   */
  public record Key(
      @Nullable String id,
      @Nullable JwtAlgorithm algorithm,
      @Nullable String secret,
      @Nullable String publicKey) {

    @Override
    public String toString() {
      return "Key[id=" + id + ", algorithm=" + algorithm + "]";
    }
  }
}
