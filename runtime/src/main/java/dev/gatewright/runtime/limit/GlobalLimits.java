package dev.gatewright.runtime.limit;

import dev.gatewright.Counted;
import dev.gatewright.Strategy;
import dev.gatewright.runtime.policy.LimitPolicy;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Limits that count everybody together: one resilience4j limiter each, asked without waiting.
 * Thread-safe.
 */
final class GlobalLimits {

  /** Above it, resilience4j's sums of permits would overflow an int. */
  private static final int MAX_PERMITS = (1 << 30) - 1;

  private record GlobalLimit(
      LimitPolicy limit, io.github.resilience4j.ratelimiter.RateLimiter limiter, long startNanos) {}

  private final MonotonicTime time;
  private final RateLimiterRegistry registry = RateLimiterRegistry.ofDefaults();
  private final Map<String, GlobalLimit> limits = new ConcurrentHashMap<>();
  private final Map<LimitPolicy, GlobalLimit> byPolicy = new ConcurrentHashMap<>();

  GlobalLimits(MonotonicTime time) {
    this.time = time;
  }

  RateLimiterRegistry registry() {
    return registry;
  }

  void prepare(LimitPolicy limit) {
    limit(limit);
  }

  LimitDecision acquire(LimitPolicy limit) {
    GlobalLimit global = limit(limit);
    boolean granted = global.limiter.acquirePermission((int) limit.cost());
    long remaining = Math.max(global.limiter.getMetrics().getAvailablePermissions(), 0);
    long period = limit.period().toNanos();
    long now = time.nanos();
    long untilNextWindow = period - (now - global.startNanos) % period;
    return new LimitDecision(
        limit, granted, remaining, untilNextWindow, granted ? 0 : untilNextWindow, now);
  }

  private GlobalLimit limit(LimitPolicy limit) {
    GlobalLimit global = byPolicy.get(limit);
    return global != null ? global : byPolicy.computeIfAbsent(limit, this::newLimit);
  }

  private GlobalLimit newLimit(LimitPolicy limit) {
    check(limit);
    GlobalLimit global = limits.computeIfAbsent(limit.id(), id -> register(limit));
    LimitAlgorithm.require(
        limit,
        global.limit.equals(limit),
        "another limit has its name and other numbers",
        "rename one of the two");
    return global;
  }

  private GlobalLimit register(LimitPolicy limit) {
    RateLimiterConfig config =
        RateLimiterConfig.custom()
            .limitForPeriod((int) limit.permits())
            .limitRefreshPeriod(limit.period())
            .timeoutDuration(Duration.ZERO)
            .build();
    long start = time.nanos();
    var limiter =
        io.github.resilience4j.ratelimiter.RateLimiter.of(limit.id(), config, time::nanos);
    // A registry makes its own limiters, on the system's clock; one on ours has to replace it.
    registry.rateLimiter(limit.id(), config);
    registry.replace(limit.id(), limiter);
    return new GlobalLimit(limit, limiter, start);
  }

  private static void check(LimitPolicy limit) {
    LimitAlgorithm.require(
        limit,
        limit.strategy() == Strategy.FIXED_WINDOW,
        "global limits are kept in fixed windows only",
        "use FIXED_WINDOW, or another key");
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
