package dev.gatewright.runtime.auth;

/** Tells JWTs from opaque tokens by their form alone, so that each is verified in one way only. */
record JwtOrOpaqueTokens(AccessTokens jwt, AccessTokens opaque) implements AccessTokens {

  @Override
  public Authentication verify(String token) {
    return isCompactJws(token) ? jwt.verify(token) : opaque.verify(token);
  }

  /** Three segments (RFC 7515, section 7.1). */
  private static boolean isCompactJws(String token) {
    int first = token.indexOf('.');
    int second = first < 0 ? -1 : token.indexOf('.', first + 1);
    return second >= 0 && token.indexOf('.', second + 1) < 0;
  }
}
