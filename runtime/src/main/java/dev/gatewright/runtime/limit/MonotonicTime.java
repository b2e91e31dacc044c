package dev.gatewright.runtime.limit;

import dev.gatewright.limit.LimitBounds;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.function.LongSupplier;

/**
 * Nanoseconds since construction that stand still while the clock they come from is behind what it
 * once said. A clock that is set back so neither grants permits nor takes any away. Thread-safe.
 *
 * <p>Writing the latest time on every read would make all threads contend for one cache line, so it
 * is written once a millisecond: time may step back by less than that, which the strategies bear.
 */
final class MonotonicTime {

  private static final long TOLERANCE_NANOS = 1_000_000;

  /** Instead of an AtomicLong: every check reads the time, and an object less to reach. */
  private static final AtomicLongFieldUpdater<MonotonicTime> LATEST =
      AtomicLongFieldUpdater.newUpdater(MonotonicTime.class, "latest");

  private final LongSupplier clock;
  private final long origin;
  private volatile long latest;

  /**
   * Starts at 0.
   *
   * @param clock nanoseconds from any origin, as {@link System#nanoTime()}; may be negative
   */
  MonotonicTime(LongSupplier clock) {
    this.clock = clock;
    this.origin = clock.getAsLong();
  }

  /**
   * Nanoseconds since construction, from 0 to {@link LimitBounds#HORIZON_NANOS}, where time ends:
   * from then on nothing is refilled.
   */
  long nanos() {
    // The difference is right even where nanoTime itself has overflowed.
    long elapsed = Math.min(clock.getAsLong() - origin, LimitBounds.HORIZON_NANOS);
    long seen = latest;
    while (elapsed - seen >= TOLERANCE_NANOS && !LATEST.compareAndSet(this, seen, elapsed)) {
      seen = latest;
    }
    return Math.max(elapsed, seen);
  }
}
