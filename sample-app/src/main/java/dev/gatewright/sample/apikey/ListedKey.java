package dev.gatewright.sample.apikey;

import dev.gatewright.runtime.auth.apikey.ApiKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What operators see of a key: neither the key nor its hash.
 *
 * @param id by which it is replaced or withdrawn
 * @param createdAt when it was handed out
 * @param expiresAt when it ends
 * @param revokedAt when it was withdrawn
 * @param lastUsedAt when it was last used, to about a minute
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
