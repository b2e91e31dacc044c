package dev.gatewright.authentication;

import dev.gatewright.runtime.caller.Authentication;
import org.jspecify.annotations.Nullable;

/** Tells JWTs from opaque tokens by their form alone, so that each is verified in one way only. */
record JwtOrOpaqueTokens(AccessTokens jwt, AccessTokens opaque) implements AccessTokens {

  @Override
  public Authentication verify(String token) {
    return of(token).verify(token);
  }

  @Override
  public Authentication.@Nullable Accepted remembered(String token) {
    return of(token).remembered(token);
  }

  private AccessTokens of(String token) {
    return isCompactJws(token) ? jwt : opaque;
  }

  /** Three segments (RFC 7515, section 7.1). */
  private static boolean isCompactJws(String token) {
    int first = token.indexOf('.');
    int second = first < 0 ? -1 : token.indexOf('.', first + 1);
    return second >= 0 && token.indexOf('.', second + 1) < 0;
  }
}
