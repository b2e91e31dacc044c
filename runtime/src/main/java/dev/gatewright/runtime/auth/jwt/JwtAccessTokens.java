package dev.gatewright.runtime.auth.jwt;

import dev.gatewright.runtime.auth.AccessTokens;
import dev.gatewright.runtime.auth.Authentication;
import dev.gatewright.runtime.auth.Caller;
import dev.gatewright.runtime.auth.claim.ClaimsCheck;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import dev.gatewright.runtime.strict.Claims;
import dev.gatewright.runtime.strict.InvalidCredentialException;
import dev.gatewright.runtime.strict.StrictJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Verifies JWT access tokens (RFC 7519, RFC 9068) of one or several issuers. Immutable and
 * thread-safe.
 *
 * <p>The token is taken apart strictly: what more lenient readers would read differently is
 * refused. Of the unverified claims only {@code iss} is looked at, to choose whose keys must have
 * signed it; nothing else is believed before the signature is verified, by the algorithm of the
 * issuer's key.
 */
public final class JwtAccessTokens implements AccessTokens {

  /** Longest token that is read, in bytes, unless set. */
  public static final int DEFAULT_MAX_TOKEN_LENGTH = 8_192;

  private record Issuer(KeySource keys, ClaimsCheck claims) {}

  private final Map<String, Issuer> issuers = new HashMap<>();
  private final int maxTokenLength;

  /** Accepts the tokens of this issuer, up to the default length. */
  public JwtAccessTokens(TrustedIssuer issuer) {
    this(List.of(issuer), DEFAULT_MAX_TOKEN_LENGTH);
  }

  /**
   * Accepts the tokens of these issuers.
   *
   * @param maxTokenLength longest token that is read, 64 to 65536 bytes
   * @throws InvalidOptionException if there is no issuer, two have the same name, or the length is
   *     out of bounds
   */
  public JwtAccessTokens(List<TrustedIssuer> issuers, int maxTokenLength) {
    Option.require(!issuers.isEmpty(), "issuers", "is missing", "give at least one issuer");
    Option.require(
        maxTokenLength >= 64 && maxTokenLength <= 65_536,
        "maxTokenLength",
        "is not between 64 and 65536 bytes",
        "use 8192");
    this.maxTokenLength = maxTokenLength;
    for (TrustedIssuer issuer : issuers) {
      Issuer checks = new Issuer(issuer.keys(), new ClaimsCheck(issuer.claims()));
      Option.require(
          this.issuers.putIfAbsent(issuer.name(), checks) == null,
          "issuers",
          "has the issuer '" + issuer.name() + "' twice",
          "keep one, with all its keys and audiences");
    }
  }

  @Override
  public Authentication verify(String token) {
    try {
      return new Authentication.Accepted(caller(CompactJws.parse(token, maxTokenLength)));
    } catch (InvalidCredentialException e) {
      return new Authentication.Rejected(e.reason());
    } catch (KeysUnavailableException e) {
      return new Authentication.Undecidable(String.valueOf(e.getMessage()));
    }
  }

  private Caller caller(CompactJws token) throws InvalidCredentialException {
    Claims claims =
        new Claims(StrictJson.readObject(token.payload(), "a part of the token"), "the token");
    Issuer issuer = issuers.get(claims.requiredText("iss"));
    if (issuer == null) {
      throw new InvalidCredentialException("the token is of another issuer");
    }
    SignatureCheck.verifyingKey(token, issuer.keys());
    return issuer.claims().check(claims, token.fingerprint());
  }
}
