package dev.gatewright.spring;

import dev.gatewright.runtime.auth.JwtAlgorithm;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which bearer tokens are accepted. Immutable.
 *
 * @param issuer the only 'iss' that is accepted; mandatory
 * @param audience names of this API, one of which must be in 'aud'; mandatory
 * @param keys keys that tokens are verified with; at least one, several while keys rotate
 * @param clockSkew how far the issuer's clock may be off; at most 2 minutes
 * @param maxLifetime longest lifetime of a token that is accepted
 * @param rolesClaim claim that holds the caller's roles
 * @param mfaAcrValues values of 'acr' that stand for more than one factor
 */
public record JwtProperties(
    @Nullable String issuer,
    @DefaultValue List<String> audience,
    @DefaultValue List<Key> keys,
    @DefaultValue("30s") Duration clockSkew,
    @DefaultValue("15m") Duration maxLifetime,
    @DefaultValue("roles") String rolesClaim,
    @DefaultValue List<String> mfaAcrValues) {

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
