package dev.gatewright.redis;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Calls of one key that were charged in Redis and may be granted here. Afterwards it tells how many
 * calls there were, for the next lease. Thread-safe.
 */
final class Lease {
  private static final long ENDED = -1;

  private final String key;
  private final Counter counter;
  private final long calls;
  private final long word;
  private final long takenAt;
  private final long askedAtNanos;
  private final long lifeNanos;
  private final AtomicLong left;
  private final AtomicBoolean renewing = new AtomicBoolean();

  /**
   * A lease of which the first call is granted already.
   *
   * @param key the counter's key in Redis
   * @param calls charged
   * @param word what Redis said of the key, with these calls
   * @param takenAt by Redis's clock
   * @param askedAtNanos by this process's clock, and before {@code takenAt}: so it ends rather
   *     early than late
   */
  Lease(String key, Counter counter, long calls, long word, long takenAt, long askedAtNanos) {
    this.key = key;
    this.counter = counter;
    this.calls = calls;
    this.word = word;
    this.takenAt = takenAt;
    this.askedAtNanos = askedAtNanos;
    this.lifeNanos = counter.leaseMicros(takenAt) * Counter.NANOS_PER_MICRO;
    this.left = new AtomicLong(calls - 1);
  }

  String key() {
    return key;
  }

  Counter counter() {
    return counter;
  }

  long word() {
    return word;
  }

  long takenAt() {
    return takenAt;
  }

  /** Of the last of its calls. */
  long chargedAt() {
    return counter.chargedAt(word, takenAt);
  }

  long left() {
    return Math.max(left.get(), 0);
  }

  /** Redis's clock, as far as can be told from here. */
  long redisTime(long nowNanos) {
    return takenAt + (nowNanos - askedAtNanos) / Counter.NANOS_PER_MICRO;
  }

  boolean isAlive(Counter current, long nowNanos) {
    return counter == current && nowNanos - askedAtNanos < lifeNanos;
  }

  /** Takes one call, if there is one left. */
  boolean take() {
    long calls = left.get();
    while (calls > 0) {
      if (left.compareAndSet(calls, calls - 1)) {
        return true;
      }
      calls = left.get();
    }
    return false;
  }

  /** Puts a call back, unless the lease has ended. */
  boolean putBack() {
    long calls = left.get();
    while (calls != ENDED) {
      if (left.compareAndSet(calls, calls + 1)) {
        return true;
      }
      calls = left.get();
    }
    return false;
  }

  /** Ends it: nothing can be taken any more. Returns what was left. */
  long end() {
    return Math.max(left.getAndSet(ENDED), 0);
  }

  /** Whether the caller is the one to get the next lease; others ask for themselves meanwhile. */
  boolean renew() {
    return renewing.compareAndSet(false, true);
  }

  void renewed() {
    renewing.set(false);
  }

  /** Calls that the next lease should have, if they go on coming as they came. */
  long nextCalls(long nowNanos) {
    double elapsed = Math.max(nowNanos - askedAtNanos, 1);
    double used = calls - left();
    double demand = used * counter.lease().lifeMicros() * Counter.NANOS_PER_MICRO / elapsed;
    double most = Math.min(4 * used, (double) counter.lease().maxCalls());
    return Math.max(1, (long) Math.min(demand, most));
  }
}
