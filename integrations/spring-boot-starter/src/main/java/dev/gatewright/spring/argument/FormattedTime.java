package dev.gatewright.spring.argument;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Compares dates and times with the texts that Spring read them from by a format: it moves days
 * that there are not, and reads ISO 8601 besides. Thread-safe.
 */
final class FormattedTime {
  private static final TypeDescriptor TEXT = TypeDescriptor.valueOf(String.class);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);
  private static final DateTimeFormatter BOTH =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT);

  /** What Spring reads and writes by, unless the application sets another format. */
  private static final Map<Class<?>, DateTimeFormatter> UNLESS_SET =
      Map.of(
          LocalDate.class, DATE,
          LocalTime.class, TIME,
          OffsetTime.class, TIME,
          LocalDateTime.class, BOTH,
          OffsetDateTime.class, BOTH,
          ZonedDateTime.class, BOTH);

  private final ConversionService conversions;
  private final Map<TypeDescriptor, Boolean> known = new ConcurrentHashMap<>();

  FormattedTime(ConversionService conversions) {
    this.conversions = conversions;
  }

  /** Whether values of a type are compared. Spring reads strictly by several patterns. */
  boolean isOf(TypeDescriptor type) {
    return (type.getType() == Date.class || UNLESS_SET.containsKey(type.getType()))
        && known.computeIfAbsent(type, each -> TextConverters.readTimes(conversions, each));
  }

  /**
   * Whether the text is what the format makes of the value, but for optional parts at its end; or
   * ISO 8601 where no format is set.
   */
  boolean isWritten(Object value, String text, TypeDescriptor type, Locale locale) {
    DateTimeFormat format = type.getAnnotation(DateTimeFormat.class);
    if (format != null && isStrict(format)) {
      return true;
    }
    String written;
    try {
      written = String.valueOf(conversions.convert(value, type, TEXT));
    } catch (ConversionFailedException partial) {
      return format != null; // The format has more than the value; patterns read strictly.
    }
    boolean isPattern = format != null && !format.pattern().isEmpty();
    return written.startsWith(text)
        || (IsoTime.isIso(type.getType(), text)
            && (IsoTime.isIso(type.getType(), written)
                || (!isPattern && written.equals(unlessSet(value, locale)))));
  }

  private static boolean isStrict(DateTimeFormat format) {
    return format.fallbackPatterns().length > 0
        || (format.pattern().isEmpty() && format.iso() != DateTimeFormat.ISO.NONE);
  }

  private static @Nullable String unlessSet(Object value, Locale locale) {
    DateTimeFormatter formatter = UNLESS_SET.get(value.getClass());
    return formatter != null && value instanceof TemporalAccessor time
        ? formatter.withLocale(locale).format(time)
        : null;
  }
}
