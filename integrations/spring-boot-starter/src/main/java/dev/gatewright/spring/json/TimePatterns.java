package dev.gatewright.spring.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.temporal.TemporalAccessor;
import tools.jackson.databind.JavaType;

/** Makes patterns of dates strict: there is no 30th of February. Holds no state. */
final class TimePatterns {
  private TimePatterns() {}

  /**
   * The same format, read strictly. What {@code java.time} reads strictly has an era beside a year
   * {@code y}, so that is read as the year {@code u} where the pattern has none.
   *
   * @param type what is read, or a collection of it
   */
  static JsonFormat.Value strict(JsonFormat.Value format, JavaType type) {
    JsonFormat.Value strict = format.withLenient(Boolean.FALSE);
    return format.hasPattern() && isOfJavaTime(type)
        ? strict.withPattern(withoutEra(format.getPattern()))
        : strict;
  }

  private static boolean isOfJavaTime(JavaType type) {
    return TemporalAccessor.class.isAssignableFrom(type.getRawClass())
        || (type.getContentType() != null && isOfJavaTime(type.getContentType()));
  }

  private static String withoutEra(String pattern) {
    StringBuilder years = new StringBuilder(pattern);
    boolean isQuoted = false;
    for (int i = 0; i < pattern.length(); i++) {
      char next = pattern.charAt(i);
      isQuoted ^= next == '\'';
      if (!isQuoted && next == 'G') {
        return pattern;
      }
      if (!isQuoted && next == 'y') {
        years.setCharAt(i, 'u');
      }
    }
    return years.toString();
  }
}
