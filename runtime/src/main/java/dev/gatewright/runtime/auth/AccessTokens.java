package dev.gatewright.runtime.auth;

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
}
