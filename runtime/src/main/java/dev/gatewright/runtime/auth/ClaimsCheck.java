package dev.gatewright.runtime.auth;

import dev.gatewright.Scheme;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether verified claims are an access token for this API, now, and whom they speak for
 * (RFC 7519, section 4.1; RFC 9068, section 4). Immutable and thread-safe.
 */
final class ClaimsCheck {
  private final JwtSettings settings;

  ClaimsCheck(JwtSettings settings) {
    this.settings = settings;
  }

  Caller check(JwtClaims claims) throws InvalidTokenException {
    require(settings.issuer().equals(claims.requiredText("iss")), "the token is of another issuer");
    require(claims.has("aud"), "the token has no 'aud'");
    require(
        !Collections.disjoint(claims.textOrTexts("aud"), settings.audiences()),
        "the token is for another audience");
    String subject = claims.requiredText("sub");
    Instant expiresAt = claims.requiredDate("exp");
    Instant issuedAt = claims.date("iat");
    Instant authenticatedAt = claims.date("auth_time");
    checkTimes(issuedAt, claims.date("nbf"), expiresAt, authenticatedAt);
    // Bound to a key that the sender must prove to have (RFC 7800): no bearer token.
    require(!claims.has("cnf"), "the token is sender-constrained by 'cnf'");
    return Caller.of(Scheme.BEARER, settings.issuer(), subject)
        .clientId(claims.text(claims.has("client_id") ? "client_id" : "azp"))
        .credentialId(claims.text("jti"))
        .roles(claims.textOrTexts(settings.rolesClaim()))
        .scopes(claims.scopes(claims.has("scope") ? "scope" : "scp"))
        .mfa(mfa(claims))
        .authenticatedAt(authenticatedAt)
        .issuedAt(issuedAt)
        .expiresAt(expiresAt)
        .build();
  }

  private void checkTimes(
      @Nullable Instant issuedAt,
      @Nullable Instant notBefore,
      Instant expiresAt,
      @Nullable Instant authenticatedAt)
      throws InvalidTokenException {
    Instant now = settings.clock().instant();
    Instant latest = now.plus(settings.clockSkew());
    require(expiresAt.isAfter(now.minus(settings.clockSkew())), "the token has expired");
    require(notBefore == null || !notBefore.isAfter(latest), "the token is not valid yet");
    require(issuedAt == null || !issuedAt.isAfter(latest), "the token was issued in the future");
    require(
        authenticatedAt == null || !authenticatedAt.isAfter(latest),
        "the token's 'auth_time' is in the future");
    // Without 'iat' the lifetime is unknown, but not what is left of it.
    Duration lifetime = Duration.between(issuedAt == null ? latest : issuedAt, expiresAt);
    require(
        lifetime.compareTo(settings.maxLifetime()) <= 0,
        "the token lives longer than the " + settings.maxLifetime().toSeconds() + " s accepted");
    require(issuedAt == null || !lifetime.isNegative(), "the token ended before it was issued");
  }

  private boolean mfa(JwtClaims claims) throws InvalidTokenException {
    Set<String> methods = claims.textOrTexts("amr");
    String contextClass = claims.text("acr");
    return methods.contains("mfa")
        || (contextClass != null && settings.mfaAcrValues().contains(contextClass));
  }

  private static void require(boolean condition, String reason) throws InvalidTokenException {
    if (!condition) {
      throw new InvalidTokenException(reason);
    }
  }
}
