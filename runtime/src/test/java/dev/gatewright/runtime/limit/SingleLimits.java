package dev.gatewright.runtime.limit;

import dev.gatewright.runtime.policy.LimitPolicy;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A limiter asked about one limit at a time, each in a group of its own. */
record SingleLimits(InProcessRateLimiter limiter, Map<LimitPolicy, LimitGroup> groups) {

  SingleLimits(InProcessRateLimiter limiter) {
    this(limiter, new ConcurrentHashMap<>());
  }

  /** One call and what was said to it. */
  record Call(LimitCharge charge, LimitDecision decision) {
    boolean granted() {
      return decision.granted();
    }

    long remaining() {
      return decision.remaining();
    }

    long resetNanos() {
      return decision.resetNanos();
    }

    long retryAfterNanos() {
      return decision.retryAfterNanos();
    }

    LimitPolicy limit() {
      return decision.limit();
    }
  }

  void prepare(LimitPolicy limit) {
    groups.computeIfAbsent(limit, unknown -> limiter.group(List.of(unknown)));
  }

  Call acquire(LimitPolicy limit, String key) {
    prepare(limit);
    LimitCharge charge = groups.get(limit).newCharge();
    charge.key(0, key);
    boolean granted = charge.acquire();
    LimitDecision decision = charge.decision(0);
    if (granted != decision.granted()) {
      throw new AssertionError(decision);
    }
    return new Call(charge, decision);
  }

  void giveBack(Call call, String key) {
    call.charge().giveBack(0);
  }

  RateLimiterRegistry globalLimits() {
    return limiter.globalLimits();
  }
}
