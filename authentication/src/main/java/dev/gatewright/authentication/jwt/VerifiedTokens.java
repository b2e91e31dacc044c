package dev.gatewright.authentication.jwt;

import dev.gatewright.runtime.caller.Authentication;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that were verified, by the SHA-256 of their text. Positive results only: there is nothing
 * that strangers could fill it with. Bounded from the start, without locks, threads or anything to
 * clean up: a digest has four places it can be in; where all are taken, the token that ends first
 * gives way and is verified again when it comes back. Thread-safe.
 */
final class VerifiedTokens {
  private static final int PLACES = 4;

  private final AtomicReferenceArray<@Nullable VerifiedToken> places;
  private final int groups;
  private final int placesPerGroup;

  /**
   * Holds tokens.
   *
   * @param size no more than this many; at least one
   */
  VerifiedTokens(int size) {
    placesPerGroup = Math.min(size, PLACES);
    groups = size / placesPerGroup;
    places = new AtomicReferenceArray<>(groups * placesPerGroup);
  }

  /** How many tokens it can hold. */
  int capacity() {
    return places.length();
  }

  /**
   * What verifying the token again would find; null where that has to be done.
   *
   * @throws KeysUnavailableException if the keys cannot be told now
   */
  Authentication.@Nullable Accepted find(TokenDigest digest) {
    int start = firstPlace(digest);
    for (int place = start; place < start + placesPerGroup; place++) {
      VerifiedToken token = places.get(place);
      if (token != null && token.digest().equals(digest)) {
        return stillHolds(token, place) ? token.verdict() : null;
      }
    }
    return null;
  }

  private boolean stillHolds(VerifiedToken token, int place) {
    if (!token.isInTime()) {
      return false;
    }
    VerificationKeys keys = token.issuer().keys().current();
    if (keys == token.signature().keys()) {
      return true;
    }
    boolean keyIsStillThere =
        SignatureCheck.wouldTry(token.header(), keys, token.signature().key());
    places.compareAndSet(place, token, keyIsStillThere ? token.with(keys) : null);
    return keyIsStillThere;
  }

  void put(VerifiedToken token) {
    int start = firstPlace(token.digest());
    int chosen = start;
    for (int place = start; place < start + placesPerGroup; place++) {
      VerifiedToken other = places.get(place);
      if (other == null || other.digest().equals(token.digest())) {
        chosen = place;
        break;
      }
      VerifiedToken soonest = places.get(chosen);
      if (soonest != null && other.until().isBefore(soonest.until())) {
        chosen = place;
      }
    }
    places.set(chosen, token);
  }

  /** Spreads digests evenly over any number of groups. */
  private int firstPlace(TokenDigest digest) {
    return (int) (((digest.a() >>> 32) * groups) >>> 32) * placesPerGroup;
  }
}
