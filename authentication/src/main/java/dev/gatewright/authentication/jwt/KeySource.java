package dev.gatewright.authentication.jwt;

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
   * @param seen what {@link #current} returned, without that key
   * @return other keys where they have changed since; the same where it was looked for new ones a
   *     moment ago
   * @throws KeysUnavailableException if there never were any, or it cannot be looked now
   */
  VerificationKeys refreshed(VerificationKeys seen);

  /**
   * Keys that never change.
   *
   * @throws dev.gatewright.runtime.option.InvalidOptionException if there is none, or two share an
   *     id
   */
  static KeySource of(List<VerificationKey> keys) {
    VerificationKeys fixed = VerificationKeys.atLeastOne(keys);
    return new KeySource() {
      @Override
      public VerificationKeys current() {
        return fixed;
      }

      @Override
      public VerificationKeys refreshed(VerificationKeys seen) {
        return fixed;
      }
    };
  }
}
