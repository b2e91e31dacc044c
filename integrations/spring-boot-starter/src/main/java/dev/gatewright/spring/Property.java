package dev.gatewright.spring;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Names the property at fault where a value is missing or the runtime refuses it. */
final class Property {
  private Property() {}

  static <T> T required(String name, @Nullable T value, String fix) {
    if (value == null || (value instanceof String text && text.isBlank())) {
      throw new StartUpException("the property '" + name + "' is missing", fix);
    }
    return value;
  }

  /** Builds something of the property's value. */
  static <T> T build(String name, Supplier<T> builder) {
    try {
      return builder.get();
    } catch (IllegalArgumentException invalid) {
      throw StartUpException.of("the property '" + name + "' is not valid: ", invalid);
    }
  }
}
