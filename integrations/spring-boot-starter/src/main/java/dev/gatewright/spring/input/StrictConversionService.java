package dev.gatewright.spring.input;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;

/**
 * Converts as the application does, but in requests to guarded endpoints only texts in the spelling
 * of their type, several values only to what takes several, and numbers and dates in one locale,
 * whatever language the client asks for. Property editors of the application come before it, so
 * what they read stays as it is. Thread-safe.
 */
public final class StrictConversionService implements ConversionService {
  private final ConversionService conversions;
  private final BooleanSupplier isGuarded;
  private final Locale locale;
  private final Map<TypeDescriptor, ConversionTarget> targets = new ConcurrentHashMap<>();

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
    return conversions.canConvert(sourceType, targetType);
  }

  @Override
  public <T> @Nullable T convert(@Nullable Object source, Class<T> targetType) {
    return isLocalized(source, TypeDescriptor.valueOf(targetType))
        ? inLocale(() -> conversions.convert(source, targetType))
        : conversions.convert(source, targetType);
  }

  @Override
  public @Nullable Object convert(
      @Nullable Object source, @Nullable TypeDescriptor sourceType, TypeDescriptor targetType) {
    return isLocalized(source, targetType)
        ? inLocale(() -> conversions.convert(source, sourceType, targetType))
        : conversions.convert(source, sourceType, targetType);
  }

  @Override
  public @Nullable Object convert(@Nullable Object source, TypeDescriptor targetType) {
    return isLocalized(source, targetType)
        ? inLocale(() -> conversions.convert(source, targetType))
        : conversions.convert(source, targetType);
  }

  private static boolean isText(@Nullable Object source) {
    return source instanceof String
        || source instanceof String[]
        || source instanceof Collection<?>;
  }

  /** Checks the spelling of texts; whether their meaning depends on a locale. */
  private boolean isLocalized(@Nullable Object source, TypeDescriptor type) {
    if (!isText(source)
        || (source instanceof String && type.getType() == String.class)
        || !isGuarded.getAsBoolean()) {
      return false;
    }
    ConversionTarget target = targets.computeIfAbsent(type, ConversionTarget::of);
    if (source instanceof String text) {
      target.check(text);
    } else if (source instanceof String[] texts) {
      target.check(Arrays.asList(texts));
    } else if (source instanceof Collection<?> values) {
      target.check(values);
    }
    return target.localized();
  }

  /** Otherwise one text would be two numbers or dates, by the language that a client asks for. */
  private <T> T inLocale(Supplier<T> conversion) {
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
