package dev.gatewright.runtime.limit;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.Strategy;
import dev.gatewright.runtime.policy.LimitPolicy;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.time.Duration;

/**
 * One limit that counts everybody together in fixed windows: a resilience4j limiter, asked without
 * waiting. Takes no permits back. Thread-safe.
 */
final class GlobalCounter implements LimitCounter {

  /** Above it, resilience4j's sums of permits would overflow an int. */
  private static final int MAX_PERMITS = (1 << 30) - 1;

  private final LimitPolicy limit;
  private final io.github.resilience4j.ratelimiter.RateLimiter limiter;
  private final long periodNanos;
  private final long startNanos;

  /**
   * Starts the first window.
   *
   * @throws IllegalArgumentException if resilience4j cannot keep the limit
   */
  GlobalCounter(LimitPolicy limit, MonotonicTime time, RateLimiterRegistry registry) {
    check(limit);
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

  /** Whether resilience4j keeps a limit. */
  static boolean keeps(LimitPolicy limit) {
    return limit.key() == LimitKey.GLOBAL && limit.strategy() == Strategy.FIXED_WINDOW;
  }

  @Override
  public long peek(long fingerprint, long now) {
    long available = available();
    return available >= limit.cost() ? available : ~available;
  }

  @Override
  public long charge(long fingerprint, long now) {
    boolean granted = limiter.acquirePermission((int) limit.cost());
    return granted ? available() : ~available();
  }

  /** Does nothing: resilience4j takes no permits back. Ask such limits last. */
  @Override
  public void giveBack(long fingerprint, long said) {}

  @Override
  public void credit(long fingerprint, long permits, long now) {}

  @Override
  public LimitDecision decision(long said, long now) {
    boolean granted = said >= 0;
    long untilNextWindow = periodNanos - (now - startNanos) % periodNanos;
    return new LimitDecision(
        limit,
        granted,
        LimitCounter.state(said),
        untilNextWindow,
        granted ? 0 : untilNextWindow,
        0);
  }

  private long available() {
    return Math.max(limiter.getMetrics().getAvailablePermissions(), 0);
  }

  private static void check(LimitPolicy limit) {
    LimitAlgorithm.require(
        limit,
        limit.counted() == Counted.EVERY_CALL,
        "a global limit cannot count failed authentications, as it takes no permits back",
        "use another key");
    LimitAlgorithm.require(
        limit,
        limit.permits() <= MAX_PERMITS,
        "a global limit counts to " + MAX_PERMITS,
        "use at most " + MAX_PERMITS + " permits");
    LimitAlgorithm.require(
        limit,
        limit.cost() <= limit.permits() && limit.burst() == limit.permits(),
        "a window has no burst of its own",
        "leave the burst out, and let a call cost at most " + limit.permits());
    LimitAlgorithm.require(
        limit,
        limit.period().compareTo(LimitAlgorithm.LONGEST_PERIOD) <= 0,
        "its period is longer than 366 days",
        "use a shorter period");
  }
}
