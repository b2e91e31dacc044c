package dev.gatewright.benchmarks;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The least that a limit by key can cost when written by hand: the generic cell rate algorithm
 * (ITU-T I.371) in one {@link AtomicLong} per key. It never forgets a key, so it is a yardstick and
 * not a rate limiter to use.
 *
 * <p>Thread-safe.
 */
final class GcraFloor {

  private final ConcurrentHashMap<String, AtomicLong> arrivals;
  private final long emissionNanos;
  private final long toleranceNanos;

  /**
   * @param expectedKeys how many keys to make room for
   * @param emissionNanos nanoseconds that one permit takes to come back
   * @param burst permits available at once, at least 1
   */
  GcraFloor(int expectedKeys, long emissionNanos, long burst) {
    this.arrivals = new ConcurrentHashMap<>(expectedKeys);
    this.emissionNanos = emissionNanos;
    this.toleranceNanos = Math.multiplyExact(emissionNanos, burst - 1);
  }

  /**
   * Takes one permit of {@code key} if there is one.
   *
   * @param nowNanos the time on a clock that never goes back, such as {@link System#nanoTime()}
   */
  boolean tryAcquire(String key, long nowNanos) {
    AtomicLong arrival = arrivals.get(key);
    if (arrival == null) {
      arrival = arrivals.computeIfAbsent(key, unseen -> new AtomicLong(nowNanos));
    }
    while (true) {
      long seen = arrival.get();
      // Compared by difference: System.nanoTime() may overflow.
      long theoretical = seen - nowNanos > 0 ? seen : nowNanos;
      if (theoretical - nowNanos > toleranceNanos) {
        return false;
      }
      if (arrival.compareAndSet(seen, theoretical + emissionNanos)) {
        return true;
      }
    }
  }
}
