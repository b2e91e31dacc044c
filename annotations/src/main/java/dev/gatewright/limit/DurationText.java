package dev.gatewright.limit;

import java.time.Duration;
import java.util.Optional;

/** Durations as annotations write them: a whole number and a unit, {@code "5m"}. */
public final class DurationText {

  /** 366 days have eleven digits in milliseconds; more digits could only overflow. */
  private static final int MOST_DIGITS = 11;

  private DurationText() {}

  /**
   * The duration, or empty if the text has another form or the duration is not between a
   * millisecond and 366 days.
   */
  public static Optional<Duration> parse(String text) {
    int digits = 0;
    long number = 0;
    while (digits < text.length() && digits <= MOST_DIGITS && isDigit(text.charAt(digits))) {
      number = 10 * number + text.charAt(digits) - '0';
      digits++;
    }
    return digits == 0 || digits > MOST_DIGITS
        ? Optional.empty()
        : duration(number, text.substring(digits)).filter(LimitBounds::isPeriod);
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private static Optional<Duration> duration(long number, String unit) {
    return switch (unit) {
      case "ms" -> Optional.of(Duration.ofMillis(number));
      case "s" -> Optional.of(Duration.ofSeconds(number));
      case "m" -> Optional.of(Duration.ofMinutes(number));
      case "h" -> Optional.of(Duration.ofHours(number));
      case "d" -> Optional.of(Duration.ofDays(number));
      default -> Optional.empty();
    };
  }
}
