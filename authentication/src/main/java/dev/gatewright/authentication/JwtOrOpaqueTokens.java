package dev.gatewright.authentication;

import dev.gatewright.runtime.caller.Authentication;
import org.jspecify.annotations.Nullable;

/**
 * Verifies tokens of both forms: what has three segments is a JWT, anything else is opaque. No
 * token is verified in both ways: a JWT that is refused, be it of an unknown issuer, is not asked
 * about. Issuers of opaque tokens with exactly two dots cannot be combined with JWTs.
 *
 * @param jwt verifies JWTs
 * @param opaque verifies all others
 */
public record JwtOrOpaqueTokens(AccessTokens jwt, AccessTokens opaque) implements AccessTokens {

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
