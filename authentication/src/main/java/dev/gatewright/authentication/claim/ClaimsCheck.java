package dev.gatewright.authentication.claim;

import dev.gatewright.Scheme;
import dev.gatewright.authentication.strict.Claims;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.runtime.caller.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether verified claims are an access token for this API, now, and whom they speak for
 * (RFC 7519, section 4.1; RFC 9068, section 4). Immutable and thread-safe.
 */
public final class ClaimsCheck {
  /** Of what a token says, the most characters that a log shows. */
  private static final int MOST_SHOWN = 200;

  private static final String CLOCKS =
      ". Fix: get a new one; where it is new, correct the clock of this machine or of the issuer";

  private final ClaimsPolicy policy;
  private final long clockSkewNanos;
  private final long maxLifetimeNanos;
  private final UnaryOperator<String> settings;
  private final RolesClaims roles;
  private final ChosenClaims chosen;

  /** Decides by this policy. */
  public ClaimsCheck(ClaimsPolicy policy) {
    this(policy, UnaryOperator.identity());
  }

  /**
   * Decides by this policy.
   *
   * @param settings what an operator knows the options by that reasons name, as {@code audience}
   */
  public ClaimsCheck(ClaimsPolicy policy, UnaryOperator<String> settings) {
    this.policy = policy;
    this.settings = settings;
    roles = RolesClaims.of(policy.read().roles());
    chosen = new ChosenClaims(policy.read().chosen());
    clockSkewNanos = policy.clockSkew().toNanos();
    maxLifetimeNanos = policy.maxLifetime().toNanos();
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
      // Signed by the issuer's key, or said by the issuer, so no stranger's text.
      throw otherIssuer(
          issuer,
          Map.of(policy.issuer(), settings.apply("issuer")),
          ": its 'iss' is '" + printable(issuer) + "'");
    }
    require(
        claims.has("aud"),
        "the token has no 'aud', and accepted is "
            + new TreeSet<>(policy.audiences())
            + ". Fix: have the issuer put the name of this API into 'aud'");
    requireAudience(claims.textOrTexts("aud"));
    String subject = subject(claims);
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
        .claims(chosen.read(claims))
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
    if (!expiresAt.isAfter(now.minusNanos(clockSkewNanos))) {
      throw new InvalidCredentialException(
          "the token has expired, at " + expiresAt + ", and it is " + now + " now" + CLOCKS);
    }
    if (notBefore != null && notBefore.isAfter(latest)) {
      throw new InvalidCredentialException(
          "the token is not valid yet, but from " + notBefore + ", and it is " + now + CLOCKS);
    }
    if (issuedAt != null && issuedAt.isAfter(latest)) {
      throw new InvalidCredentialException(
          "the token was issued in the future, at " + issuedAt + ", and it is " + now + CLOCKS);
    }
    require(
        authenticatedAt == null || !authenticatedAt.isAfter(latest),
        "the token's 'auth_time' is in the future");
    // Without 'iat' the lifetime is unknown, but not what is left of it.
    Instant start = issuedAt == null ? latest : issuedAt;
    if (expiresAt.isAfter(start.plusNanos(maxLifetimeNanos))) {
      throw livesTooLong(issuedAt, expiresAt);
    }
    require(
        issuedAt == null || !expiresAt.isBefore(issuedAt), "the token ended before it was issued");
  }

  private InvalidCredentialException livesTooLong(@Nullable Instant issuedAt, Instant expiresAt) {
    String lifetime =
        issuedAt == null
            ? ", and does not tell when it was issued"
            : ", for " + Duration.between(issuedAt, expiresAt).toSeconds() + " s";
    return new InvalidCredentialException(
        "the token lives longer than the "
            + policy.maxLifetime().toSeconds()
            + " s accepted"
            + lifetime
            + ". Fix: shorten it at the issuer, or raise '"
            + settings.apply("maxLifetime")
            + "'");
  }

  private String subject(Claims claims) throws InvalidCredentialException {
    if (!claims.has("sub") && claims.has(ClientAsSubject.claim(claims))) {
      throw new InvalidCredentialException(
          "the token has no 'sub', only a client. Fix: where clients call for themselves, and none"
              + " can have the id of a user, set '"
              + settings.apply("clientAsSubject")
              + "' to true");
    }
    return claims.requiredText("sub");
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
            + printable(new TreeSet<>(audiences).toString())
            + ", and accepted is "
            + new TreeSet<>(policy.audiences())
            + ". Fix: have the issuer put the name of this API into 'aud'; or, where what is there"
            + " names it, add that to '"
            + settings.apply("audience")
            + "'");
  }

  private static String printable(String text) {
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
   * @param accepted the issuers that are, with what an operator knows each by
   */
  public static InvalidCredentialException otherIssuer(String found, Map<String, String> accepted) {
    return otherIssuer(found, accepted, "");
  }

  private static InvalidCredentialException otherIssuer(
      String found, Map<String, String> accepted, String shown) {
    Map<String, String> sorted = new TreeMap<>(accepted);
    String reason = "the token is of another issuer than " + sorted.keySet();
    for (Map.Entry<String, String> each : sorted.entrySet()) {
      String issuer = each.getKey();
      if (found.equals(issuer + "/") || issuer.equals(found + "/")) {
        return new InvalidCredentialException(
            reason
                + ": its 'iss' differs from '"
                + issuer
                + "' only in the slash at the end. Fix: set '"
                + each.getValue()
                + "' to what is in 'iss', character by character");
      }
    }
    return new InvalidCredentialException(
        reason
            + shown
            + ". Fix: get the token from one of these; or, if you trust who issued it, set '"
            + String.join("' or '", sorted.values())
            + "' to its 'iss'");
  }

  private static void require(boolean condition, String reason) throws InvalidCredentialException {
    if (!condition) {
      throw new InvalidCredentialException(reason);
    }
  }
}
