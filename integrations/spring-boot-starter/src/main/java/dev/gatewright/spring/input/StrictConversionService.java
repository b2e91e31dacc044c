package dev.gatewright.spring.input;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;

/**
 * Converts as the application does, but in requests to guarded endpoints only texts in the spelling
 * of their type, and several values only to what takes several. Property editors of the application
 * come before it, so what they read stays as it is. Thread-safe.
 */
public final class StrictConversionService implements ConversionService {
  private final ConversionService conversions;
  private final BooleanSupplier isGuarded;
  private final Map<TypeDescriptor, ConversionTarget> targets = new ConcurrentHashMap<>();

  /**
   * Wraps the application's conversions.
   *
   * @param conversions the application's
   * @param isGuarded whether the thread's request was admitted to a guarded endpoint
   */
  public StrictConversionService(ConversionService conversions, BooleanSupplier isGuarded) {
    this.conversions = conversions;
    this.isGuarded = isGuarded;
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
    if (isText(source)) {
      check(source, TypeDescriptor.valueOf(targetType));
    }
    return conversions.convert(source, targetType);
  }

  @Override
  public @Nullable Object convert(
      @Nullable Object source, @Nullable TypeDescriptor sourceType, TypeDescriptor targetType) {
    if (isText(source)) {
      check(source, targetType);
    }
    return conversions.convert(source, sourceType, targetType);
  }

  @Override
  public @Nullable Object convert(@Nullable Object source, TypeDescriptor targetType) {
    if (isText(source)) {
      check(source, targetType);
    }
    return conversions.convert(source, targetType);
  }

  private static boolean isText(@Nullable Object source) {
    return source instanceof String
        || source instanceof String[]
        || source instanceof Collection<?>;
  }

  private void check(@Nullable Object source, TypeDescriptor type) {
    if ((source instanceof String && type.getType() == String.class) || !isGuarded.getAsBoolean()) {
      return;
    }
    ConversionTarget target = targets.computeIfAbsent(type, ConversionTarget::of);
    if (source instanceof String text) {
      target.check(text);
    } else if (source instanceof String[] texts) {
      target.check(Arrays.asList(texts));
    } else if (source instanceof Collection<?> values) {
      target.check(values);
    }
  }
}
