package dev.gatewright.sample.apikey;

import dev.gatewright.issuing.apikey.MintedApiKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Shows a new key, once. Its text form does not hold the key.
 *
 * @param id names it when it is replaced or revoked
 * @param key text that the owner sends
 * @param owner the bank that gets it
 * @param expiresAt time when it ends
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
