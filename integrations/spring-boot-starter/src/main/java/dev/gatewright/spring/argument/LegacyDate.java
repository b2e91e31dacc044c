package dev.gatewright.spring.argument;

import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** Compares dates of old types with the texts that they were read from, leniently or in part. */
@SuppressWarnings("JavaUtilDate") // It is what applications take.
final class LegacyDate {
  private static final Pattern ZONED = Pattern.compile("[zZX]");

  private LegacyDate() {}

  /** Whether a text says what was read from it. */
  static boolean isOf(Date date, String text, @Nullable DateTimeFormat format, Locale locale) {
    if (format != null) {
      List<String> patterns = new ArrayList<>(List.of(format.fallbackPatterns()));
      patterns.add(format.pattern());
      patterns.removeIf(String::isEmpty);
      // Without a pattern, Spring's own of ISO 8601 or a style of the locale.
      return isIso(date, text)
          || (patterns.isEmpty()
              ? format.iso() == DateTimeFormat.ISO.NONE
              : patterns.stream().anyMatch(each -> isWhole(text, each, locale)));
    }
    if (date instanceof java.sql.Timestamp || date instanceof java.sql.Date) {
      return date.toString().equals(text) || date.toString().equals(text + ".0");
    }
    return !isLenient(date, text) || isOfHttp(date, text);
  }

  /** Whether the JDK reads the same of a text, which it does of nearly any. */
  @SuppressWarnings({"deprecation", "JavaUtilDate"}) // What Spring calls.
  private static boolean isLenient(Date date, String text) {
    try {
      return Date.parse(text) == date.getTime();
    } catch (IllegalArgumentException otherwise) {
      return false;
    }
  }

  /** RFC 9110, section 5.6.7. */
  private static boolean isOfHttp(Date date, String text) {
    try {
      return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
          .toInstant()
          .equals(date.toInstant());
    } catch (DateTimeException none) {
      return false;
    }
  }

  private static boolean isIso(Date date, String text) {
    try {
      return ZonedDateTime.parse(text).toInstant().equals(date.toInstant());
    } catch (DateTimeException none) {
      return text.length() == "2024-02-29".length() && isWhole(text, "yyyy-MM-dd", Locale.ROOT);
    }
  }

  private static boolean isWhole(String text, String pattern, Locale locale) {
    SimpleDateFormat format = new SimpleDateFormat(pattern, locale);
    format.setLenient(false);
    ParsePosition position = new ParsePosition(0);
    Date read = format.parse(text, position);
    return read != null
        && position.getIndex() == text.length()
        && (ZONED.matcher(pattern).find() || format.format(read).equals(text));
  }
}
