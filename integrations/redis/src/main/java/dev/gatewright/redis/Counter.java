package dev.gatewright.redis;

import dev.gatewright.runtime.limit.LimitDecision;
import dev.gatewright.runtime.policy.LimitPolicy;

/**
 * How one limit is counted in Redis: what the scripts are told of it, and what their answers mean.
 * The strategies decide as those in process do. Immutable.
 *
 * <p>All that is known of a key is a word, and when Redis said it; times are microseconds of
 * Redis's clock.
 */
sealed interface Counter permits BucketCounter, WindowCounter {

  int NANOS_PER_MICRO = 1_000;

  /**
   * The counter of a limit.
   *
   * @param lease how much of it is leased
   * @throws IllegalArgumentException if Redis cannot count it; names the limit and the fix
   */
  static Counter of(LimitPolicy limit, LeasePlan lease) {
    limit.require(
        limit.period().toNanos() % NANOS_PER_MICRO == 0,
        "Redis tells the time in microseconds",
        "use a period of whole microseconds");
    return switch (limit.strategy()) {
      case TOKEN_BUCKET, LEAKY_BUCKET -> new BucketCounter(limit, lease);
      case FIXED_WINDOW, SLIDING_WINDOW -> new WindowCounter(limit, lease);
    };
  }

  /** The smallest number of microseconds that is not less, in nanoseconds. */
  static long wholeMicros(long nanos) {
    return -Math.floorDiv(-nanos, NANOS_PER_MICRO) * NANOS_PER_MICRO;
  }

  /** The numbers counted by. */
  LimitPolicy limit();

  /** How much of it is leased. */
  LeasePlan lease();

  /** What the scripts call the strategy. */
  char kind();

  /**
   * Starts an argument about this limit.
   *
   * @param pairs how many are to follow
   */
  default LimitArgument argument(int pairs) {
    LimitArgument argument = new LimitArgument(kind(), pairs);
    describeTo(argument);
    return argument;
  }

  /** Writes the shape, and what the limit holds. */
  void describeTo(LimitArgument argument);

  /** Writes what so many calls need. */
  void writeCalls(LimitArgument argument, long calls);

  /** Writes what so many permits are, at most all that the limit holds. */
  void writePermits(LimitArgument argument, long permits);

  /** What a script said of a key. */
  long word(long first, long second);

  /** The word after so many calls more. */
  long charged(long word, long calls);

  /**
   * What tells how much of a charge is still owed when it is given back, in nanoseconds of Redis's
   * clock: when a bucket will have drained it, or when it was taken of a window.
   */
  long chargedAt(long word, long saidAt);

  /** Whether the word leaves room for one more call. */
  boolean grants(long word, long saidAt, long now);

  /** What is left by a word, of a call that it grants or has granted. */
  LimitDecision granted(long word, long saidAt, long now);

  /** The decision on a call that the word refuses. */
  LimitDecision refused(long word, long saidAt, long now);

  /** When what is leased at this time has to be spent, in microseconds from then. */
  long leaseMicros(long now);
}
