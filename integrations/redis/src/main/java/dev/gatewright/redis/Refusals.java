package dev.gatewright.redis;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What Redis refused lately, so that a client that hammers at a limit does not load it: until the
 * refusal's time is over, and a second at most, because another instance may credit the key. A
 * fixed number of places; a new refusal replaces an older one that has the same. Thread-safe.
 */
final class Refusals {
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final AtomicReferenceArray<@Nullable Said> places;

  /** What Redis said when it refused. Immutable; the arrays are not to be changed. */
  static final class Said {
    private final String[] keys;
    private final Counter[] counters;
    private final long[] words;
    private final long saidAt;
    private final long askedAtNanos;

    /**
     * What was said.
     *
     * @param keys the counters' keys in Redis
     * @param words of these keys
     * @param saidAt by Redis's clock, in microseconds
     * @param askedAtNanos by this process's
     */
    Said(String[] keys, Counter[] counters, long[] words, long saidAt, long askedAtNanos) {
      this.keys = keys;
      this.counters = counters;
      this.words = words;
      this.saidAt = saidAt;
      this.askedAtNanos = askedAtNanos;
    }

    void copyWordsTo(long[] target) {
      System.arraycopy(words, 0, target, 0, words.length);
    }

    long saidAt() {
      return saidAt;
    }

    /** Redis's clock, as far as can be told from here. */
    long redisTime(long nowNanos) {
      return saidAt + (nowNanos - askedAtNanos) / Counter.NANOS_PER_MICRO;
    }

    private boolean stillRefuses(Counter[] current, long nowNanos) {
      if (nowNanos - askedAtNanos >= LONGEST_NANOS) {
        return false;
      }
      long now = redisTime(nowNanos);
      boolean refuses = false;
      for (int i = 0; i < counters.length; i++) {
        if (counters[i] != current[i]) {
          return false; // It has other numbers since.
        }
        refuses |= !counters[i].grants(words[i], saidAt, now);
      }
      return refuses;
    }
  }

  Refusals(int places) {
    this.places = new AtomicReferenceArray<>(places);
  }

  /** What refuses these keys still; null if nothing is known to. */
  @Nullable Said of(String[] keys, Counter[] current, long nowNanos) {
    Said said = places.get(place(keys));
    return said != null && Arrays.equals(said.keys, keys) && said.stillRefuses(current, nowNanos)
        ? said
        : null;
  }

  void remember(Said said) {
    places.set(place(said.keys), said);
  }

  void forget(String[] keys) {
    Said said = places.get(place(keys));
    if (said != null && Arrays.equals(said.keys, keys)) {
      places.compareAndSet(place(keys), said, null);
    }
  }

  private int place(String[] keys) {
    return Math.floorMod(Arrays.hashCode(keys), places.length());
  }
}
