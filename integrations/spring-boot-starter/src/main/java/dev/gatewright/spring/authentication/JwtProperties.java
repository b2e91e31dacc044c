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
   * @param issuer its 'iss'; mandatory
   * @param audience names of this API, one of which must be in 'aud'; mandatory
   * @param jwksUri where its key set is: HTTPS, HTTP to this machine, or a file as
   *     'file:/run/keys/jwks.json'; absent where 'keys' are given
   * @param algorithms algorithms that keys of the set are used with, such as ES256; mandatory with
   *     a key set
   * @param keys keys that its tokens are verified with; at least one, several while keys rotate
   * @param keySource name of the application's bean of type KeySource that knows the keys; in place
   *     of 'jwks-uri' or 'keys'
   * @param maxLifetime longest lifetime of a token that is accepted
   * @param rolesClaim claim that holds the caller's roles
   */
  public record Issuer(
      @Nullable String issuer,
      @DefaultValue List<String> audience,
      @Nullable String jwksUri,
      @DefaultValue Set<JwtAlgorithm> algorithms,
      @DefaultValue List<Key> keys,
      @Nullable String keySource,
      @DefaultValue("15m") Duration maxLifetime,
      @DefaultValue("roles") String rolesClaim) {}

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
