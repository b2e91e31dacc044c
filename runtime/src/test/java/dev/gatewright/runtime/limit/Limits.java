package dev.gatewright.runtime.limit;

import dev.gatewright.LimitKey;
import dev.gatewright.Strategy;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;

/** Limits to test with. */
final class Limits {
  private Limits() {}

  static LimitPolicy of(Strategy strategy, long permits, Duration per) {
    return of(strategy, permits, per, 1);
  }

  /** With the whole of the permits as the burst of any bucket. */
  static LimitPolicy of(Strategy strategy, long permits, Duration per, long cost) {
    return LimitPolicy.named("limit")
        .permits(permits, per)
        .strategy(strategy)
        .burst(strategy.isWindow() ? 0 : permits)
        .cost(cost)
        .build();
  }

  static LimitPolicy global(long permits, Duration per) {
    return LimitPolicy.named("everybody")
        .permits(permits, per)
        .strategy(Strategy.FIXED_WINDOW)
        .key(LimitKey.GLOBAL)
        .build();
  }
}
