package dev.gatewright.authentication.replay;

import java.time.Instant;

/**
 * Remembers what may be used only once: a DPoP proof (RFC 9449, section 11.1), the answer to a
 * challenge. Applications that run more than once need one that they share. Implementations are
 * thread-safe.
 */
public interface ReplayStore {

  /**
   * Records a use, atomically: of several calls with one key, at the same time or later, exactly
   * one is the first.
   *
   * @param key 43 characters, of which nothing can be learnt about what is used
   * @param until when the key may be forgotten, and not before
   * @return false if it was used already
   * @throws RuntimeException if that cannot be told or recorded now; the request is then refused
   *     with 503
   */
  boolean firstUse(String key, Instant until);

  /**
   * Records a use as {@link #firstUse(String, Instant)} does, for a holder: a store that can be
   * filled keeps room for the others. This one looks at the key only.
   *
   * @param holder 43 characters that stand for whoever uses the key; nothing else can be learnt
   *     from them
   * @return false if it was used already
   * @throws RuntimeException if that cannot be told or recorded now, for this holder or for all
   */
  default boolean firstUse(String holder, String key, Instant until) {
    return firstUse(key, until);
  }
}
