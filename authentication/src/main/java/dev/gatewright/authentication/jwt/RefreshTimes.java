package dev.gatewright.authentication.jwt;

import dev.gatewright.runtime.option.Option;
import java.time.Duration;

/**
 * When keys are looked for again. Immutable.
 *
 * @param interval between two looks while all is well
 * @param coolDown how long a key that turned out not to exist is not looked for again
 * @param maxStale how long keys are used that could not be looked for again
 * @param longestWait how long a request waits for looks
 */
record RefreshTimes(Duration interval, Duration coolDown, Duration maxStale, Duration longestWait) {
  /** Least time from one look to the next, however many requests miss however many keys. */
  static final Duration LEAST_PAUSE = Duration.ofSeconds(1);

  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LAST_RETRY = Duration.ofSeconds(15);

  RefreshTimes {
    Option.between(
        interval, Duration.ofSeconds(1), Duration.ofHours(1), "refreshInterval", "5 minutes");
    Option.between(
        coolDown, Duration.ofSeconds(1), Duration.ofMinutes(5), "unknownKeyCoolDown", "10 s");
    Option.between(maxStale, Duration.ofMinutes(1), Duration.ofDays(7), "maxStale", "24 hours");
    Option.require(
        maxStale.compareTo(interval) >= 0,
        "maxStale",
        "is shorter than 'refreshInterval'",
        "use 24 hours");
  }

  /** The wait after this many failures in a row: 1, 2, 4, 8, 15, 15, ... seconds. */
  Duration retryAfter(int failures) {
    Duration doubled = FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, 10));
    Duration retry = doubled.compareTo(LAST_RETRY) < 0 ? doubled : LAST_RETRY;
    return retry.compareTo(interval) < 0 ? retry : interval;
  }
}
