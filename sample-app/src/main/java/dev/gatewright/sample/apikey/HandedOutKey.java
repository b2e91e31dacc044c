package dev.gatewright.sample.apikey;

import dev.gatewright.runtime.auth.apikey.MintedApiKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A new key, shown once. Its text form does not hold the key.
 *
 * @param id by which it is replaced or withdrawn
 * @param key what the owner sends
 * @param owner the bank that gets it
 * @param expiresAt when it ends
 */
record HandedOutKey(String id, String key, String owner, @Nullable Instant expiresAt) {

  static HandedOutKey of(MintedApiKey minted) {
    return new HandedOutKey(
        minted.key().id(), minted.text(), minted.key().owner(), minted.key().expiresAt());
  }

  @Override
  public String toString() {
    return "HandedOutKey[id=" + id + ", owner=" + owner + "]";
  }
}
