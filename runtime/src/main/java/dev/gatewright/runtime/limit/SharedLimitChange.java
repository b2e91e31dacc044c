package dev.gatewright.runtime.limit;

import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What instances tell each other of a limit that is changed. Immutable.
 *
 * @param changed the numbers that are in force instead
 * @param configured the numbers by code and configuration that were changed: where they are others,
 *     the change is none
 */
record SharedLimitChange(Numbers changed, Numbers configured) {

  /** Six numbers of 19 digits at most, and a blank between any two. */
  private static final Pattern TEXT = Pattern.compile("[1-9][0-9]{0,18}(?: [1-9][0-9]{0,18}){5}");

  /** The longest text that is one. */
  static final int MAX_LENGTH = 128;

  /** The numbers of a limit that can be changed; periods are in nanoseconds. */
  record Numbers(long permits, long period, long burst) {

    static Numbers of(LimitPolicy limit) {
      return new Numbers(limit.permits(), limit.period().toNanos(), limit.burst());
    }

    @Override
    public String toString() {
      return permits + " " + period + " " + burst;
    }
  }

  static SharedLimitChange of(LimitPolicy changed, LimitPolicy configured) {
    return new SharedLimitChange(Numbers.of(changed), Numbers.of(configured));
  }

  /**
   * Reads a text, whoever wrote it.
   *
   * @throws IllegalArgumentException if it is none of {@link #toString}
   */
  static SharedLimitChange parse(String text) {
    if (text.length() <= MAX_LENGTH && TEXT.matcher(text).matches()) {
      try {
        long[] numbers = Stream.of(text.split(" ", -1)).mapToLong(Long::parseLong).toArray();
        return new SharedLimitChange(
            new Numbers(numbers[0], numbers[1], numbers[2]),
            new Numbers(numbers[3], numbers[4], numbers[5]));
      } catch (NumberFormatException tooLarge) {
        // No more readable than other text.
      }
    }
    throw new IllegalArgumentException("it cannot be read");
  }

  /**
   * The limit as it is changed.
   *
   * @param limit as it is configured here
   * @throws IllegalArgumentException if the change was made to other numbers, or contradicts the
   *     limit
   */
  LimitPolicy applyTo(LimitPolicy limit) {
    if (!Numbers.of(limit).equals(configured)) {
      throw new IllegalArgumentException(
          "it was made where code and configuration have other numbers than here");
    }
    return limit.withNumbers(
        changed.permits(), Duration.ofNanos(changed.period()), changed.burst());
  }

  /** The text that all instances read. */
  @Override
  public String toString() {
    return changed + " " + configured;
  }
}
