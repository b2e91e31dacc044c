package dev.gatewright.runtime.limit;

import dev.gatewright.runtime.policy.LimitPolicy;

/** Knows the algorithm of each strategy. */
final class StrategyAlgorithms {

  private StrategyAlgorithms() {}

  /** The algorithm that counts a limit. */
  static LimitAlgorithm of(LimitPolicy limit) {
    return switch (limit.strategy()) {
      case TOKEN_BUCKET, LEAKY_BUCKET -> new GenericCellRate(limit);
      case FIXED_WINDOW -> new FixedWindow(limit);
      case SLIDING_WINDOW -> new SlidingWindow(limit);
    };
  }

  /**
   * What the algorithm's {@link LimitAlgorithm#charge} says: of three, telling them apart beats a
   * call.
   */
  static long charged(LimitAlgorithm algorithm, long word, long now) {
    if (algorithm instanceof GenericCellRate bucket) {
      return bucket.charge(word, now);
    }
    if (algorithm instanceof FixedWindow window) {
      return window.charge(word, now);
    }
    return algorithm.charge(word, now);
  }
}
