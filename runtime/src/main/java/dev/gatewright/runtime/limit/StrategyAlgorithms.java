package dev.gatewright.runtime.limit;

import dev.gatewright.runtime.policy.LimitPolicy;

/** Knows the algorithm of each strategy. */
final class StrategyAlgorithms {

  private StrategyAlgorithms() {}

  /**
   * The algorithm that counts a limit.
   *
   * @throws IllegalArgumentException if a word cannot hold the limit's numbers
   */
  static LimitAlgorithm of(LimitPolicy limit) {
    LimitAlgorithm.require(
        limit,
        limit.period().compareTo(LimitAlgorithm.LONGEST_PERIOD) <= 0,
        "its period is longer than 366 days",
        "use a shorter period");
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
