package dev.gatewright.spring.argument;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.ConverterNotFoundException;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.util.StringUtils;

/**
 * Converts as the application does, but in requests to guarded endpoints only texts in the spelling
 * of their type, several values only to what takes several, each once to a set, and numbers and
 * dates in one locale, whatever language the client asks for. A text that it cannot convert is
 * malformed, and not tried in other ways. Property editors of the application come before it, so
 * what they read stays as it is. Thread-safe.
 */
public final class StrictConversionService implements ConversionService {
  private static final TypeDescriptor TEXT = TypeDescriptor.valueOf(String.class);

  private final ConversionService conversions;
  private final BooleanSupplier isGuarded;
  private final Locale locale;
  private final Map<TypeDescriptor, ConversionTarget> targets = new ConcurrentHashMap<>();
  private final OtherReadings others = new OtherReadings();
  private final FormattedTime times;

  /**
   * Wraps the application's conversions.
   *
   * @param conversions the application's
   * @param isGuarded whether the thread's request was admitted to a guarded endpoint
   * @param locale that of numbers and dates in requests to guarded endpoints
   */
  public StrictConversionService(
      ConversionService conversions, BooleanSupplier isGuarded, Locale locale) {
    this.conversions = conversions;
    this.times = new FormattedTime(conversions);
    this.isGuarded = isGuarded;
    this.locale = locale;
  }

  @Override
  public boolean canConvert(@Nullable Class<?> sourceType, Class<?> targetType) {
    return conversions.canConvert(sourceType, targetType);
  }

  @Override
  public boolean canConvert(@Nullable TypeDescriptor sourceType, TypeDescriptor targetType) {
    return conversions.canConvert(sourceType, targetType)
        || (sourceType != null
            && (sourceType.getType() == String.class || sourceType.getType() == String[].class)
            && others.isRead(targetType)
            && isGuarded.getAsBoolean());
  }

  @Override
  public <T> @Nullable T convert(@Nullable Object source, Class<T> targetType) {
    return convert(
        source, TypeDescriptor.valueOf(targetType), () -> conversions.convert(source, targetType));
  }

  @Override
  public @Nullable Object convert(
      @Nullable Object source, @Nullable TypeDescriptor sourceType, TypeDescriptor targetType) {
    return convert(source, targetType, () -> conversions.convert(source, sourceType, targetType));
  }

  @Override
  public @Nullable Object convert(@Nullable Object source, TypeDescriptor targetType) {
    return convert(source, targetType, () -> conversions.convert(source, targetType));
  }

  private <T> @Nullable T convert(
      @Nullable Object source, TypeDescriptor type, Supplier<@Nullable T> conversion) {
    if (!isText(source)
        || (source instanceof String && type.getType() == String.class)
        || !isGuarded.getAsBoolean()) {
      return conversion.get();
    }
    ConversionTarget target = targets.computeIfAbsent(type, ConversionTarget::of);
    List<?> values = values(source, target.several());
    if (source instanceof String text) {
      target.check(text);
    } else {
      target.check(values);
    }
    TypeDescriptor one = ConversionTarget.one(type);
    if (ConversionTarget.isText(one.getType())
        && values.size() == 1
        && values.get(0) instanceof String text
        && TextConverters.readElements(conversions, one)) {
      @SuppressWarnings("unchecked") // What Spring would make is of the same type.
      T held = (T) held(text, one.getType(), type.getType());
      return held;
    }
    T converted;
    try {
      converted =
          target.localized()
              ? within(new FixedLocale(locale, LocaleContextHolder.getLocaleContext()), conversion)
              : conversion.get();
      if (converted != null && times.isOf(one)) {
        checkTimes(target.spaced() ? trimmed(values) : values, one);
      }
    } catch (ConversionFailedException | ConverterNotFoundException failed) {
      if (target.hasOtherReading() || !values.stream().allMatch(String.class::isInstance)) {
        throw failed;
      }
      // Spring would go on and try editors and the names of constants.
      throw new MalformedValueException(ConversionTarget.MALFORMED);
    }
    if (converted instanceof Set<?> set && set.size() < values.size()) {
      throw new MalformedValueException(ConversionTarget.REPEATED);
    }
    if (converted instanceof Date date
        && !times.isOf(one)
        && source instanceof String text
        && !LegacyDate.isOf(date, text, type.getAnnotation(DateTimeFormat.class), locale)) {
      throw new MalformedValueException(ConversionTarget.MALFORMED);
    }
    return converted;
  }

  /** All bytes or characters of a text, which Spring would take for a list where it can. */
  private static Object held(String text, Class<?> type, Class<?> wanted) {
    Object held = type == byte[].class ? text.getBytes(StandardCharsets.UTF_8) : text.toCharArray();
    return wanted == Optional.class ? Optional.of(held) : held;
  }

  /** Each time, written again, is what was given. A time zone of the client's changes nothing. */
  private void checkTimes(List<?> values, TypeDescriptor type) {
    LocaleContext reading = new FixedLocale(locale, LocaleContextHolder.getLocaleContext());
    for (Object value : values) {
      if (value instanceof String text && !text.isEmpty()) {
        Object time = within(reading, () -> conversions.convert(text, TEXT, type));
        Boolean isWritten =
            within(
                new SimpleLocaleContext(locale),
                () -> time == null || times.isWritten(time, text, type, locale));
        if (!Boolean.TRUE.equals(isWritten)) {
          throw new MalformedValueException(ConversionTarget.MALFORMED);
        }
      }
    }
  }

  private static List<?> trimmed(List<?> values) {
    return values.stream()
        .map(value -> value instanceof String text ? text.strip() : value)
        .toList();
  }

  /** What was given, one by one. */
  private static List<?> values(@Nullable Object source, boolean several) {
    if (source instanceof String text) {
      return several ? List.of(StringUtils.commaDelimitedListToStringArray(text)) : List.of(text);
    }
    if (source instanceof String[] texts) {
      return Arrays.asList(texts);
    }
    return source instanceof Collection<?> values ? new ArrayList<>(values) : List.of();
  }

  private static boolean isText(@Nullable Object source) {
    return source instanceof String
        || source instanceof String[]
        || source instanceof Collection<?>;
  }

  /** Otherwise one text would be two numbers or dates, by the language that a client asks for. */
  private static <T> @Nullable T within(LocaleContext context, Supplier<@Nullable T> conversion) {
    LocaleContext before = LocaleContextHolder.getLocaleContext();
    LocaleContextHolder.setLocaleContext(context);
    try {
      return conversion.get();
    } finally {
      LocaleContextHolder.setLocaleContext(before);
    }
  }

  /** Leaves the time zone as it is. */
  private record FixedLocale(Locale locale, @Nullable LocaleContext before)
      implements TimeZoneAwareLocaleContext {
    @Override
    public Locale getLocale() {
      return locale;
    }

    @Override
    public @Nullable TimeZone getTimeZone() {
      return before instanceof TimeZoneAwareLocaleContext aware ? aware.getTimeZone() : null;
    }
  }
}
