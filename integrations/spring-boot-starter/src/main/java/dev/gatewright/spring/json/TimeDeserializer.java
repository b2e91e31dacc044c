package dev.gatewright.spring.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.gatewright.spring.text.ScalarShape;
import java.sql.Time;
import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/**
 * Reads dates, times and spans as ISO 8601 or the application's pattern has them. Jackson would
 * also take away spaces and what follows the pattern, and make tomorrow of 24 o'clock.
 */
final class TimeDeserializer extends DelegatingDeserializer {
  private static final Pattern ISO = Pattern.compile("[0-9A-Z:.+-]*(\\[[^\\[\\]]*])?");
  private static final Pattern LATE = Pattern.compile("T24|:60");

  /** Without a colon or minutes, or a zero with a sign that says otherwise. */
  private static final Pattern ODD_OFFSET = Pattern.compile("T[^+-]*[+-][0-9]+(\\[|$)|-00:00");

  private static final Pattern TIME_OF_DAY =
      Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]");
  private static final Pattern NUMERIC_DATE = Pattern.compile("[0-9]{4}-[^,]*");

  /** What Jackson reads from a number where it is declared as one. */
  private static final Set<Class<?>> COUNTED =
      Set.of(Instant.class, OffsetDateTime.class, ZonedDateTime.class, Duration.class, Year.class);

  /** Decimals of a second; Jackson would drop all others. */
  private static final int NANOSECONDS = 9;

  private static final Pattern ZONED = Pattern.compile("[zZX]");

  private final Class<?> type;
  private final JsonFormat.@Nullable Value format;

  TimeDeserializer(ValueDeserializer<?> deserializer, Class<?> type) {
    this(deserializer, type, null);
  }

  private TimeDeserializer(
      ValueDeserializer<?> deserializer, Class<?> type, JsonFormat.@Nullable Value format) {
    super(deserializer);
    this.type = type;
    this.format = format;
  }

  @Override
  protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> newDelegatee) {
    return new TimeDeserializer(newDelegatee, type, format);
  }

  @Override
  public ValueDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    JsonFormat.Value found = findFormatOverrides(context, property, type);
    return new TimeDeserializer(
        super.createContextual(context, property).getDelegatee(), type, found);
  }

  @Override
  public Object deserialize(JsonParser parser, DeserializationContext context) {
    boolean matches =
        isNumber()
            ? isNumber(parser)
            : TextShape.TRIMMED_TEXT.matches(parser) && matches(parser.getString(), context);
    if (!matches) {
      return context.reportInputMismatch(this, "another form of time is needed");
    }
    return super.deserialize(parser, context);
  }

  /** A year is one; others where the application says so, as a span by the name of its unit. */
  private boolean isNumber() {
    JsonFormat.Shape shape = format == null ? JsonFormat.Shape.ANY : format.getShape();
    if (shape == JsonFormat.Shape.STRING) {
      return false;
    }
    if (shape.isNumeric() && (isLegacy(type) || COUNTED.contains(type))) {
      return true;
    }
    boolean hasPattern = format != null && format.hasPattern();
    return type == Duration.class ? hasPattern : type == Year.class && !hasPattern;
  }

  private static boolean isNumber(JsonParser parser) {
    return TextShape.INTEGER.matches(parser)
        || (parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)
            && parser.getDecimalValue().scale() <= NANOSECONDS);
  }

  private boolean matches(String text, DeserializationContext context) {
    if (format != null && format.hasPattern()) {
      return !isLegacy(type) || isWhole(text, format, context.getTimeZone());
    }
    return type == Year.class ? ScalarShape.INTEGER.matches(text) : isIso(type, text);
  }

  private static boolean isLegacy(Class<?> type) {
    return Date.class.isAssignableFrom(type) || Calendar.class.isAssignableFrom(type);
  }

  /** Whether a text is one of ISO 8601, as far as Jackson would not ask. */
  static boolean isIso(Class<?> type, String text) {
    if (type == Time.class) {
      return TIME_OF_DAY.matcher(text).matches();
    }
    return ISO.matcher(text).matches()
        && !TextShape.isCount(text)
        && (TemporalAmount.class.isAssignableFrom(type)
            ? text.indexOf('+') < 0
            : !LATE.matcher(text).find() && !ODD_OFFSET.matcher(text).find())
        && !(type == LocalTime.class && text.indexOf('T') >= 0)
        && (!isLegacy(type) || NUMERIC_DATE.matcher(text).matches())
        && isOfZone(text);
  }

  /** Whether a text is as the pattern would write it, and nothing follows. */
  private static boolean isWhole(String text, JsonFormat.Value format, TimeZone zone) {
    SimpleDateFormat pattern =
        format.hasLocale()
            ? new SimpleDateFormat(format.getPattern(), format.getLocale())
            : new SimpleDateFormat(format.getPattern());
    pattern.setLenient(false);
    pattern.setTimeZone(format.hasTimeZone() ? format.getTimeZone() : zone);
    ParsePosition position = new ParsePosition(0);
    Date date = pattern.parse(text, position);
    return date != null
        && position.getIndex() == text.length()
        // Otherwise another zone may be written.
        && (ZONED.matcher(format.getPattern()).find() || pattern.format(date).equals(text));
  }

  /** Whether the offset is one that the zone has then, where both are given. */
  private static boolean isOfZone(String text) {
    int bracket = text.indexOf('[');
    if (bracket < 0) {
      return true;
    }
    try {
      return ZonedDateTime.parse(text)
          .toLocalDateTime()
          .equals(OffsetDateTime.parse(text.substring(0, bracket)).toLocalDateTime());
    } catch (DateTimeException malformed) {
      return false;
    }
  }

  /** Whether a type is one of the JDK's for dates, times and spans. */
  static boolean isTime(Class<?> type) {
    return type.getName().startsWith("java.")
        && (TemporalAccessor.class.isAssignableFrom(type)
            || TemporalAmount.class.isAssignableFrom(type)
            || Date.class.isAssignableFrom(type)
            || Calendar.class.isAssignableFrom(type));
  }
}
