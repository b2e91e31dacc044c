package dev.gatewright.limit;

import java.time.Duration;

/**
 * The bounds of a limit's numbers. All of them but the longest wait follow from one: counters keep
 * a word of 63 bits for each key.
 */
public final class LimitBounds {

  /** The shortest period of a limit. */
  public static final Duration SHORTEST_PERIOD = Duration.ofMillis(1);

  /** The longest period of a limit: a leap year. */
  public static final Duration LONGEST_PERIOD = Duration.ofDays(366);

  /** A request that is held longer occupies a thread, and its client has given up. */
  public static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** Where the counters' time ends: 2^60 nanoseconds, 36 years, after it has begun. */
  public static final long HORIZON_NANOS = 1L << 60;

  /** Below it, rounding the interval up would cost more than one permit in a hundred. */
  static final long SHORTEST_INTERVAL_NANOS = 100;

  /** Above it, resilience4j's sums of permits would overflow an int. */
  static final long MOST_GLOBAL_PERMITS = (1 << 30) - 1;

  private LimitBounds() {}

  /** Whether a limit may have this period. */
  static boolean isPeriod(Duration period) {
    return period.compareTo(SHORTEST_PERIOD) >= 0 && period.compareTo(LONGEST_PERIOD) <= 0;
  }

  /**
   * Bits of a word in which a fixed window counts. The window's number gets the bits that 36 years
   * of windows need, the permits the rest: 22 bits for a period of 1 ms, 32 for 1 s, 38 for 1 min,
   * 49 for 1 d.
   */
  public static int fixedWindowBits(Duration period) {
    return Long.numberOfLeadingZeros(HORIZON_NANOS / period.toNanos()) - 1;
  }

  /** Bits of a word in which a sliding window has each of its two counts: half of the others. */
  public static int slidingWindowBits(Duration period) {
    return fixedWindowBits(period) / 2;
  }

  /**
   * Nanoseconds in which a bucket gives out one permit: period ÷ permits, rounded up, so that the
   * rate is never above the limit.
   */
  public static long intervalNanos(Duration period, long permits) {
    return (period.toNanos() - 1) / permits + 1;
  }

  static long largest(int bits) {
    return (1L << bits) - 1;
  }
}
