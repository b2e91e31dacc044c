package dev.gatewright.authentication.claim;

import dev.gatewright.Scheme;
import dev.gatewright.authentication.strict.Claims;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.runtime.caller.Caller;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether verified claims are an access token for this API, now, and whom they speak for
 * (RFC 7519, section 4.1; RFC 9068, section 4). Immutable and thread-safe.
 */
public final class ClaimsCheck {
  /** Of the audiences of a token, the most characters that a log shows. */
  private static final int MOST_SHOWN = 200;

  private final ClaimsPolicy policy;
  private final long clockSkewNanos;
  private final long maxLifetimeNanos;
  private final String livesTooLong;
  private final RolesClaims roles;

  /** Decides by this policy. */
  public ClaimsCheck(ClaimsPolicy policy) {
    this.policy = policy;
    roles = RolesClaims.of(policy.rolesClaims());
    clockSkewNanos = policy.clockSkew().toNanos();
    maxLifetimeNanos = policy.maxLifetime().toNanos();
    livesTooLong =
        "the token lives longer than the " + policy.maxLifetime().toSeconds() + " s accepted";
  }

  /**
   * Whom the claims speak for now.
   *
   * @param credentialId names the token where it has no {@code jti}
   * @throws InvalidCredentialException if they are not accepted
   */
  public Caller check(Claims claims, @Nullable String credentialId)
      throws InvalidCredentialException {
    return check(claims, credentialId, policy.clock().instant());
  }

  /**
   * Whom the claims speak for at that time.
   *
   * @param credentialId names the token where it has no {@code jti}
   * @throws InvalidCredentialException if they are not accepted
   */
  public Caller check(Claims claims, @Nullable String credentialId, Instant now)
      throws InvalidCredentialException {
    String issuer = claims.requiredText("iss");
    if (!policy.issuer().equals(issuer)) {
      throw otherIssuer(issuer, Set.of(policy.issuer()));
    }
    require(claims.has("aud"), "the token has no 'aud'");
    requireAudience(claims.textOrTexts("aud"));
    String subject = claims.requiredText("sub");
    Instant expiresAt = claims.requiredDate("exp");
    Instant issuedAt = claims.date("iat");
    Instant authenticatedAt = claims.date("auth_time");
    checkTimes(now, issuedAt, claims.date("nbf"), expiresAt, authenticatedAt);
    String tokenId = claims.text("jti");
    return Caller.of(Scheme.BEARER, policy.issuer(), subject)
        .clientId(claims.text(ClientAsSubject.claim(claims)))
        .credentialId(tokenId == null ? credentialId : tokenId)
        .roles(roles.read(claims))
        .scopes(claims.scopes(claims.has("scope") ? "scope" : "scp"))
        .mfa(claims.textOrTexts("amr").contains("mfa"))
        .acr(claims.text("acr"))
        .authenticatedAt(authenticatedAt)
        .issuedAt(issuedAt)
        .expiresAt(expiresAt)
        .confirmation(ConfirmationClaim.read(claims))
        .build();
  }

  private void checkTimes(
      Instant now,
      @Nullable Instant issuedAt,
      @Nullable Instant notBefore,
      Instant expiresAt,
      @Nullable Instant authenticatedAt)
      throws InvalidCredentialException {
    Instant latest = now.plusNanos(clockSkewNanos);
    require(expiresAt.isAfter(now.minusNanos(clockSkewNanos)), "the token has expired");
    require(notBefore == null || !notBefore.isAfter(latest), "the token is not valid yet");
    require(issuedAt == null || !issuedAt.isAfter(latest), "the token was issued in the future");
    require(
        authenticatedAt == null || !authenticatedAt.isAfter(latest),
        "the token's 'auth_time' is in the future");
    // Without 'iat' the lifetime is unknown, but not what is left of it.
    Instant start = issuedAt == null ? latest : issuedAt;
    require(!expiresAt.isAfter(start.plusNanos(maxLifetimeNanos)), livesTooLong);
    require(
        issuedAt == null || !expiresAt.isBefore(issuedAt), "the token ended before it was issued");
  }

  private void requireAudience(Set<String> audiences) throws InvalidCredentialException {
    for (String audience : audiences) {
      if (policy.audiences().contains(audience)) {
        return;
      }
    }
    // Signed by the issuer, so no stranger's text.
    throw new InvalidCredentialException(
        "the token is for another audience: its 'aud' is "
            + shown(audiences)
            + ", and accepted is "
            + new TreeSet<>(policy.audiences()));
  }

  private static String shown(Set<String> audiences) {
    String text = new TreeSet<>(audiences).toString();
    String printable =
        text.codePoints()
            .limit(MOST_SHOWN)
            .map(ClaimsCheck::printable)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return text.length() > MOST_SHOWN ? printable + "..." : printable;
  }

  private static int printable(int character) {
    return character >= ' ' && character <= '~' ? character : '?';
  }

  /**
   * Why a token of an issuer that is not accepted is refused. Does not quote the issuer, which may
   * be anybody's text.
   *
   * @param found the token's {@code iss}
   * @param accepted the issuers that are
   */
  public static InvalidCredentialException otherIssuer(String found, Set<String> accepted) {
    String reason = "the token is of another issuer than " + new TreeSet<>(accepted);
    for (String each : accepted) {
      if (found.equals(each + "/") || each.equals(found + "/")) {
        return new InvalidCredentialException(
            reason + ": its 'iss' differs from '" + each + "' only in the slash at the end");
      }
    }
    return new InvalidCredentialException(reason);
  }

  private static void require(boolean condition, String reason) throws InvalidCredentialException {
    if (!condition) {
      throw new InvalidCredentialException(reason);
    }
  }
}
