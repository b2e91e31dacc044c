package dev.gatewright.sample.apikey;

import dev.gatewright.authentication.apikey.ApiKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Shows operators a key: neither its secret nor its hash.
 *
 * @param id names it when it is replaced or revoked
 * @param createdAt time when it was issued
 * @param expiresAt time when it ends
 * @param revokedAt time when it was revoked
 * @param lastUsedAt time of its last use, to about a minute
 */
record ListedKey(
    String id,
    @Nullable Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable Instant lastUsedAt) {

  static ListedKey of(ApiKey key) {
    return new ListedKey(
        key.id(), key.createdAt(), key.expiresAt(), key.revokedAt(), key.lastUsedAt());
  }
}
