package dev.gatewright.authentication.jwt;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
   * <p>That the keys are the same is the last word: the token is refused with 401. So it must not
   * be said where they may have changed since they were last read.
   *
   * @param seen what {@link #current} returned, without that key
   * @return other keys where they have changed since, be they the newest or not; the same where
   *     there are no others now
   * @throws KeysUnavailableException if there never were any, or it cannot be looked now
   */
  VerificationKeys refreshed(VerificationKeys seen);

  /**
   * The same where the token names its key, so that a source can remember which keys are not there.
   *
   * @param seen what {@link #current} returned, without that key
   * @param keyId the token's {@code kid}, as anybody may have written it
   * @return see {@link #refreshed(VerificationKeys)}
   * @throws KeysUnavailableException if there never were any, or it cannot be looked now
   */
  default VerificationKeys refreshed(VerificationKeys seen, String keyId) {
    return refreshed(seen);
  }

  /**
   * Why a key that tokens name is not among the keys, where the source knows of it.
   *
   * @param keyId the token's {@code kid}, as anybody may have written it
   * @return for the log, with what to do; null where the source has never heard of it
   */
  default @Nullable String reasonWithout(String keyId) {
    return null;
  }

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
