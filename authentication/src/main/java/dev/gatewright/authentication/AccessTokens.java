package dev.gatewright.authentication;

import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.runtime.caller.Confirmation;
import org.jspecify.annotations.Nullable;

/**
 * Verifies access tokens, be they JWTs (RFC 9068) or opaque (RFC 7662). Implementations are
 * thread-safe.
 */
public interface AccessTokens {

  /**
   * Verifies a token. Never throws for anything a client can send.
   *
   * @param token as it was sent; holds no white space at its ends, may be empty
   * @return where the token is accepted, a caller of scheme {@link dev.gatewright.Scheme#BEARER}
   *     with the {@link Confirmation} that is still to be enforced
   */
  Authentication verify(String token);

  /**
   * The verdict on a token that was accepted before and would be again, where telling takes no
   * signature and asks nobody else.
   *
   * @param token as it was sent; holds no white space at its ends, may be empty
   * @return null where the token has to be verified, as it always has unless overridden
   */
  default Authentication.@Nullable Accepted remembered(String token) {
    return null;
  }
}
