package dev.gatewright.processor.code;

import java.time.Duration;

/**
 * A duration in the largest unit that measures it exactly.
 *
 * @param unit day, hour, minute, second or millisecond
 */
record Period(long amount, String unit) {

  static Period of(Duration duration) {
    long millis = duration.toMillis();
    if (millis % 86_400_000 == 0) {
      return new Period(millis / 86_400_000, "day");
    }
    if (millis % 3_600_000 == 0) {
      return new Period(millis / 3_600_000, "hour");
    }
    if (millis % 60_000 == 0) {
      return new Period(millis / 60_000, "minute");
    }
    return millis % 1_000 == 0
        ? new Period(millis / 1_000, "second")
        : new Period(millis, "millisecond");
  }

  /** {@code 1 minute}, {@code 5 minutes}. */
  String counted() {
    return amount + " " + unit + (amount == 1 ? "" : "s");
  }

  /** {@code per minute}, {@code per 5 minutes}. */
  String each() {
    return "per " + (amount == 1 ? unit : counted());
  }
}
