package dev.gatewright.spring.argument;

import dev.gatewright.spring.text.ScalarShape;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Knows texts that Spring would read as another time than they say: it makes the 29th of the 30th
 * of February, and midnight of 24 o'clock.
 */
final class IsoTime {
  private static final Pattern DATE_OR_TIME =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2}([Tt][0-9:.]+)?|[0-9]{2}:[0-9]{2}[0-9:.]*)"
              + "([Zz]|[+-][0-9:]+)?(\\[[^\\[\\]]*])?");
  private static final Pattern ODD = Pattern.compile("[tz]|T24|:60");
  private static final Pattern COUNT = Pattern.compile("[+-]?[0-9.]+");

  private static final Pattern SPAN = Pattern.compile("-?P[0-9A-Z.-]+");
  private static final Pattern SPAN_IN_ANY_CASE = Pattern.compile("[+-]?[Pp].*");

  private static final Map<Class<?>, Function<String, ?>> PARSERS =
      Map.of(
          LocalDate.class, LocalDate::parse,
          LocalTime.class, LocalTime::parse,
          LocalDateTime.class, LocalDateTime::parse,
          Instant.class, Instant::parse,
          OffsetTime.class, OffsetTime::parse,
          OffsetDateTime.class, OffsetDateTime::parse,
          ZonedDateTime.class, ZonedDateTime::parse,
          Month.class, Month::valueOf);

  private IsoTime() {}

  /** Whether a text that looks as ISO 8601 is that; formats of the application's are its own. */
  static boolean matches(Class<?> type, String text) {
    if (type == Year.class) {
      return ScalarShape.INTEGER.matches(text);
    }
    if (type == Duration.class || type == Period.class) {
      return !SPAN_IN_ANY_CASE.matcher(text).matches() || SPAN.matcher(text).matches();
    }
    Function<String, ?> parser = PARSERS.get(type);
    if (parser == null) {
      return true;
    }
    if (type != Month.class && !DATE_OR_TIME.matcher(text).matches()) {
      return type != Instant.class || !COUNT.matcher(text).matches();
    }
    return isRead(parser, text);
  }

  /** Whether a text is a date or time of ISO 8601. */
  static boolean isIso(Class<?> type, String text) {
    Function<String, ?> parser = PARSERS.get(type);
    return parser != null && DATE_OR_TIME.matcher(text).matches() && isRead(parser, text);
  }

  private static boolean isRead(Function<String, ?> parser, String text) {
    int zone = text.indexOf('[');
    if (ODD.matcher(zone < 0 ? text : text.substring(0, zone)).find()) {
      return false;
    }
    try {
      return parser.apply(text) != null;
    } catch (DateTimeException | IllegalArgumentException none) {
      return false;
    }
  }
}
