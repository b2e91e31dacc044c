package dev.gatewright.authentication.jwt;

import dev.gatewright.runtime.caller.Authentication;
import java.time.Instant;

/**
 * What is remembered of a token that was verified: everything that could make the same verification
 * end otherwise later. Holds nothing of the token's text but its header.
 *
 * @param digest which token
 * @param issuer whose
 * @param header chooses among the issuer's keys
 * @param signature the key that verified it, and all keys of that time
 * @param from when it was verified; before, should the clock be set back, nothing is known
 * @param until from when on it must be verified again
 * @param verdict what was found
 */
record VerifiedToken(
    TokenDigest digest,
    TrustedIssuer issuer,
    JwtHeader header,
    SignatureCheck.Verified signature,
    Instant from,
    Instant until,
    Authentication.Accepted verdict) {

  boolean isInTime() {
    Instant now = issuer.claims().clock().instant();
    return !now.isBefore(from) && now.isBefore(until);
  }

  /** The same, verified by these keys. */
  VerifiedToken with(VerificationKeys keys) {
    return new VerifiedToken(
        digest,
        issuer,
        header,
        new SignatureCheck.Verified(keys, signature.key()),
        from,
        until,
        verdict);
  }
}
