package dev.gatewright.issuing.refresh;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a refresh token: never the token itself. Immutable; its text form does not hold
 * the hash.
 *
 * @param hash SHA-256 of the token, as 43 characters of base64url: enough, as it has 256 random
 *     bits
 * @param expiresAt when it ends unless it is used
 * @param usedAt when it was used up; null where it was not
 * @param accessToken the access token that was issued along with it
 */
public record StoredRefreshToken(
    String hash, Instant expiresAt, @Nullable Instant usedAt, IssuedAccess accessToken) {

  /**
   * An access token, as far as is needed to revoke it.
   *
   * @param id its {@code jti}
   * @param expiresAt when it ends by itself
   */
  public record IssuedAccess(String id, Instant expiresAt) {}

  @Override
  public String toString() {
    return "StoredRefreshToken[expiresAt=" + expiresAt + ", usedAt=" + usedAt + "]";
  }
}
