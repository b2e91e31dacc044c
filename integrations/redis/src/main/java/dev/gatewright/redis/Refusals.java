package dev.gatewright.redis;

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

    private Said(int limits, long saidAt, long askedAtNanos) {
      this.keys = new String[limits];
      this.counters = new Counter[limits];
      this.words = new long[limits];
      this.saidAt = saidAt;
      this.askedAtNanos = askedAtNanos;
    }

    private static Said of(LimitCall[] calls, long saidAt, long askedAtNanos) {
      Said said = new Said(calls.length, saidAt, askedAtNanos);
      for (int i = 0; i < calls.length; i++) {
        said.keys[i] = calls[i].key();
        said.counters[i] = calls[i].counter();
        said.words[i] = calls[i].word();
      }
      return said;
    }

    void copyTo(LimitCall[] calls) {
      for (int i = 0; i < calls.length; i++) {
        calls[i].remember(words[i], saidAt);
      }
    }

    /** Redis's clock, as far as can be told from here. */
    long redisTime(long nowNanos) {
      return saidAt + (nowNanos - askedAtNanos) / Counter.NANOS_PER_MICRO;
    }

    private boolean isOf(LimitCall[] calls) {
      boolean same = keys.length == calls.length;
      for (int i = 0; same && i < keys.length; i++) {
        same = keys[i].equals(calls[i].key());
      }
      return same;
    }

    private boolean stillRefuses(LimitCall[] calls, long nowNanos) {
      if (nowNanos - askedAtNanos >= LONGEST_NANOS) {
        return false;
      }
      long now = redisTime(nowNanos);
      boolean refuses = false;
      for (int i = 0; i < counters.length; i++) {
        if (counters[i] != calls[i].counter()) {
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

  /** What refuses these calls still; null if nothing is known to. */
  @Nullable Said of(LimitCall[] calls, long nowNanos) {
    Said said = places.get(place(calls));
    return said != null && said.isOf(calls) && said.stillRefuses(calls, nowNanos) ? said : null;
  }

  /**
   * Remembers what was said.
   *
   * @param saidAt by Redis's clock, in microseconds
   * @param askedAtNanos by this process's
   */
  void remember(LimitCall[] calls, long saidAt, long askedAtNanos) {
    places.set(place(calls), Said.of(calls, saidAt, askedAtNanos));
  }

  void forget(LimitCall[] calls) {
    int place = place(calls);
    Said said = places.get(place);
    if (said != null && said.isOf(calls)) {
      places.compareAndSet(place, said, null);
    }
  }

  private int place(LimitCall[] calls) {
    int hash = 0;
    for (LimitCall call : calls) {
      hash = 31 * hash + call.key().hashCode();
    }
    return Math.floorMod(hash, places.length());
  }
}
