package dev.gatewright.limit;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as annotations write them: a whole number and a unit, {@code "5m"}. */
public final class DurationText {

  /** 366 days have eleven digits in milliseconds; more digits could only overflow. */
  private static final Pattern FORM = Pattern.compile("([0-9]{1,11})(ms|s|m|h|d)");

  private DurationText() {}

  /**
   * The duration, or empty if the text has another form or the duration is not between a
   * millisecond and 366 days.
   */
  public static Optional<Duration> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    Duration duration =
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        };
    return Optional.of(duration).filter(LimitBounds::isPeriod);
  }
}
