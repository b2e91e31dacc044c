package dev.gatewright.redis;

import dev.gatewright.runtime.limit.InProcessRateLimiter;
import dev.gatewright.runtime.limit.LimitGroup;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One instance's share of limits, for while Redis cannot be asked. Thread-safe. */
final class InProcessShare {
  private final InProcessRateLimiter limiter;
  private final int instances;
  private final Set<String> counted = ConcurrentHashMap.newKeySet();

  InProcessShare(InProcessRateLimiter limiter, int instances) {
    this.limiter = limiter;
    this.instances = instances;
  }

  LimitGroup group(List<LimitPolicy> limits) {
    LimitGroup group = limiter.group(limits.stream().map(this::shareOf).toList());
    limits.forEach(limit -> counted.add(limit.id()));
    return group;
  }

  void verify(LimitPolicy limit) {
    if (counted.contains(limit.id())) {
      limiter.verify(shareOf(limit));
    }
  }

  void change(LimitPolicy limit) {
    if (counted.contains(limit.id())) {
      limiter.change(shareOf(limit));
    }
  }

  /** The instances' part of the permits; one call's at least. */
  LimitPolicy shareOf(LimitPolicy limit) {
    boolean window = limit.strategy().isWindow();
    long least = window ? limit.cost() : 1;
    long permits = Math.max(limit.permits() / instances, least);
    long burst = window ? permits : Math.max(limit.burst() / instances, limit.cost());
    return limit.withNumbers(permits, limit.period(), burst);
  }
}
