package dev.gatewright.runtime.limit;

import dev.gatewright.runtime.policy.LimitPolicy;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.time.Duration;

/**
 * One limit that counts everybody together in fixed windows: a resilience4j limiter, asked without
 * waiting. Thread-safe.
 *
 * <p>Resilience4j takes no permits back, so what is given back is kept here, and given out again
 * before any of resilience4j's in the same window.
 */
final class GlobalCounter implements LimitCounter {

  private final LimitPolicy limit;
  private final io.github.resilience4j.ratelimiter.RateLimiter limiter;
  private final ReturnedPermits returned = new ReturnedPermits();
  private final long periodNanos;
  private final long startNanos;
  private volatile boolean moved;

  /** Starts the first window. */
  GlobalCounter(LimitPolicy limit, MonotonicTime time, RateLimiterRegistry registry) {
    RateLimiterConfig config =
        RateLimiterConfig.custom()
            .limitForPeriod((int) limit.permits())
            .limitRefreshPeriod(limit.period())
            .timeoutDuration(Duration.ZERO)
            .build();
    this.limit = limit;
    this.periodNanos = limit.period().toNanos();
    this.startNanos = time.nanos();
    this.limiter =
        io.github.resilience4j.ratelimiter.RateLimiter.of(limit.id(), config, time::nanos);
    // A registry makes its own limiters, on the system's clock; one on ours has to replace it.
    registry.rateLimiter(limit.id(), config);
    registry.replace(limit.id(), limiter);
  }

  /**
   * A counter that takes another's place. What was taken in the other's present window is taken in
   * the first window of this one, which starts now.
   */
  GlobalCounter(
      LimitPolicy limit, MonotonicTime time, RateLimiterRegistry registry, GlobalCounter before) {
    this(limit, time, registry);
    long taken = Math.min(before.close(time.nanos()), limit.permits());
    if (taken > 0) {
      limiter.acquirePermission((int) taken);
    }
  }

  @Override
  public long peek(long fingerprint, long now) {
    long available = available(now);
    return moved ? MOVED : available >= limit.cost() ? available : ~available;
  }

  @Override
  public long charge(long fingerprint, long now) {
    if (moved) {
      return MOVED; // Before a permit is taken that the next counter would count as spent.
    }
    boolean granted =
        returned.take(window(now), limit.cost()) || limiter.acquirePermission((int) limit.cost());
    if (moved) {
      return MOVED; // Just now. If this was a permit it is lost: nobody asks this counter again.
    }
    long available = available(now);
    return granted ? available : ~available;
  }

  @Override
  public void giveBack(long fingerprint, long said, long chargedAt, long now) {
    returned.add(window(chargedAt), limit.cost());
  }

  @Override
  public boolean credit(long fingerprint, long permits, long now) {
    if (moved) {
      return false;
    }
    // What was taken, in this window, and has not come back.
    long owed = limit.permits() - available(now);
    returned.add(window(now), Math.min(permits, owed) / limit.cost() * limit.cost());
    return true;
  }

  @Override
  public LimitDecision decision(long said, long now) {
    boolean granted = said >= 0;
    boolean next = granted && LimitCounter.state(said) >= limit.cost();
    long untilNextWindow = periodNanos - (now - startNanos) % periodNanos;
    return new LimitDecision(
        limit, granted, LimitCounter.state(said), untilNextWindow, next ? 0 : untilNextWindow, 0);
  }

  /** Says from now on that it has moved. Returns the permits taken in the present window. */
  private long close(long now) {
    moved = true;
    long left = returned.in(window(now));
    int available = inWindow();
    while (available > 0) {
      if (limiter.acquirePermission(available)) {
        left += available;
      }
      available = inWindow();
    }
    return Math.max(limit.permits() - left, 0);
  }

  /** What resilience4j has left, and what came back, which is a multiple of a call's cost. */
  private long available(long now) {
    return inWindow() + returned.in(window(now));
  }

  private int inWindow() {
    return Math.max(limiter.getMetrics().getAvailablePermissions(), 0);
  }

  private long window(long now) {
    return Math.max(now - startNanos, 0) / periodNanos;
  }
}
