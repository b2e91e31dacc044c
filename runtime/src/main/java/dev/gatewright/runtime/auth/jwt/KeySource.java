package dev.gatewright.runtime.auth.jwt;

import java.util.List;

/**
 * Where the keys of one issuer come from. Asked on every request; implementations are thread-safe.
 */
public interface KeySource {

  /**
   * The keys now.
   *
   * @return the same object as long as no key was added or withdrawn
   * @throws KeysUnavailableException if there never were any
   */
  VerificationKeys current();

  /**
   * The keys after looking again, as a token names a key that is not there. Waits for a bounded
   * time at most.
   *
   * @return what {@link #current} returned where it was looked for a moment ago
   * @throws KeysUnavailableException if there never were any
   */
  VerificationKeys refreshed();

  /**
   * Keys that never change.
   *
   * @throws dev.gatewright.runtime.option.InvalidOptionException if there is none, or two share an
   *     id
   */
  static KeySource of(List<VerificationKey> keys) {
    return new FixedKeys(VerificationKeys.atLeastOne(keys));
  }
}
