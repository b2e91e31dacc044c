package dev.gatewright.authentication.dpop;

import dev.gatewright.authentication.strict.Claims;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.authentication.strict.Sha256;
import dev.gatewright.runtime.exchange.Exchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Decides whether a proof was made for this request and token, now (RFC 9449, section 4.3, items 8
 * to 12). Immutable and thread-safe.
 *
 * @param origins where this API is reached from outside, as {@link TargetUri#origin} has them, each
 *     with the prefix of paths that a proxy takes away
 * @param maxAge how old a proof may be
 * @param clockSkew how far in the future a proof may have been made
 */
record ProofCheck(Set<String> origins, Duration maxAge, Duration clockSkew) {
  private static final int MAX_ID_LENGTH = 256;

  /**
   * How much longer a use is remembered than its proof counts. A store may be shared and have a
   * clock of its own, and a thread may pause between this check and the store: by then the first
   * use must not be forgotten.
   */
  private static final Duration REMEMBERED_LONGER = Duration.ofSeconds(10);

  /**
   * Checks the verified claims of a proof.
   *
   * @return the use that must not be repeated
   */
  ProofUse check(Claims claims, String thumbprint, Exchange exchange, String token, Instant now)
      throws InvalidCredentialException {
    String id = claims.requiredText("jti");
    require(id.length() <= MAX_ID_LENGTH, "the proof's 'jti' is too long");
    require(
        claims.requiredText("htm").equals(exchange.method()),
        "the proof is for another HTTP method");
    TargetUri target = TargetUri.parse(claims.requiredText("htu"));
    require(
        target != null && isOf(target, TargetUri.normalisedPath(exchange.path())),
        "the proof is for another URI");
    Instant issuedAt = claims.requiredDate("iat");
    Instant end = issuedAt.plus(maxAge);
    require(!now.isAfter(end), "the proof is too old");
    require(!issuedAt.isAfter(now.plus(clockSkew)), "the proof was made in the future");
    require(
        MessageDigest.isEqual(
            Sha256.base64Url(token).getBytes(StandardCharsets.US_ASCII),
            claims.requiredText("ath").getBytes(StandardCharsets.UTF_8)),
        "the proof is for another access token");
    // Thumbprints are all of one length, so that no two pairs give one text.
    return new ProofUse(Sha256.base64Url(thumbprint + id), end.plus(REMEMBERED_LONGER));
  }

  /** An origin has no slash after its port, so that no two pairs give one text. */
  private boolean isOf(TargetUri target, String path) {
    String text = target.origin() + target.path();
    return origins.stream().anyMatch(origin -> text.equals(origin + path));
  }

  private static void require(boolean condition, String reason) throws InvalidCredentialException {
    if (!condition) {
      throw new InvalidCredentialException(reason);
    }
  }
}
