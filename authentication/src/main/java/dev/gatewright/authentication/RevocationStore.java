package dev.gatewright.authentication;

import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.caller.Revocations;
import java.time.Instant;

/**
 * Withdraws credentials before their time, from the next request on. Implementations are
 * thread-safe; what they throw where a revocation cannot be stored reaches whoever revokes.
 */
public interface RevocationStore extends Revocations {

  /**
   * Revokes one credential.
   *
   * @param credentialId what {@link Caller#credentialId} says of it: a token's {@code jti}, or
   *     {@code sha256:} with the hash of its signing input where it has none; an API key's id; a
   *     certificate's thumbprint
   * @param until when the credential ends by itself; {@link Instant#MAX} where it does not
   */
  void revoke(String issuer, String credentialId, Instant until);

  /**
   * Revokes whatever was issued to a subject before an instant. A credential that does not say when
   * it was issued counts as issued before; so does a token of the very second of that instant, as
   * tokens say no more than the second. Who is to get new ones at once gets them in the next
   * second.
   *
   * @param until when the last of these credentials ends by itself
   */
  void revokeSubject(String issuer, String subject, Instant issuedBefore, Instant until);

  /**
   * Revokes whatever was issued to an OAuth client before an instant. A credential that does not
   * say when it was issued counts as issued before.
   *
   * @param until when the last of these credentials ends by itself
   */
  void revokeClient(String issuer, String clientId, Instant issuedBefore, Instant until);
}
