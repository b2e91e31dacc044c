package dev.gatewright.spring.argument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
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
  private final ConversionService conversions;
  private final BooleanSupplier isGuarded;
  private final Locale locale;
  private final Map<TypeDescriptor, ConversionTarget> targets = new ConcurrentHashMap<>();
  private final NamedConstants constants = new NamedConstants();

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
            && sourceType.getType() == String.class
            && constants.areTaken(targetType)
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
    T converted;
    try {
      converted = target.localized() ? inLocale(conversion) : conversion.get();
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
        && source instanceof String text
        && !LegacyDate.isOf(date, text, type.getAnnotation(DateTimeFormat.class), locale)) {
      throw new MalformedValueException(ConversionTarget.MALFORMED);
    }
    return converted;
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
  private <T> @Nullable T inLocale(Supplier<@Nullable T> conversion) {
    LocaleContext before = LocaleContextHolder.getLocaleContext();
    LocaleContextHolder.setLocaleContext(new FixedLocale(locale, before));
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
