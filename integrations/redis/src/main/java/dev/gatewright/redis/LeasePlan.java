package dev.gatewright.redis;

import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;

/**
 * How many calls of a limit an instance may charge at once, to grant them later without asking. A
 * lease is a 20th of the burst at most, and spent or lost after 50 milliseconds.
 *
 * <p>A call that is granted later than it was charged could meet a bucket that has been refilled in
 * between. So a leased bucket holds less than its burst: by as much as flows while a lease lasts,
 * at most a 20th. Then no more calls pass than without leases, in any time.
 *
 * @param maxCalls calls of the largest lease; 1 if there is none
 * @param lifeMicros microseconds after which a lease is lost
 */
record LeasePlan(long maxCalls, long lifeMicros) {

  /** Every call is asked for. */
  static final LeasePlan NONE = new LeasePlan(1, 0);

  private static final int SHARE = 20;
  private static final int NANOS_PER_MICRO = 1_000;
  private static final long LIFE_MICROS = 50_000;

  /** Shorter leases would not outlive the round trip that they save. */
  private static final long SHORTEST_LIFE_MICROS = 1_000;

  /** The leases of a limit; none where it is too small for them, or holds calls until a time. */
  static LeasePlan of(LimitPolicy limit) {
    long calls = limit.burst() / SHARE / limit.cost();
    Duration full =
        limit.strategy().isWindow()
            ? limit.period()
            : limit.period().dividedBy(limit.permits()).multipliedBy(limit.burst());
    long life = Math.min(LIFE_MICROS, full.toNanos() / NANOS_PER_MICRO / SHARE);
    if (calls < 2 || life < SHORTEST_LIFE_MICROS || !limit.maxWait().isZero()) {
      return NONE;
    }
    return new LeasePlan(calls, life);
  }

  boolean exists() {
    return maxCalls > 1;
  }
}
