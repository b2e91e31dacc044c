package dev.gatewright.spring;

import dev.gatewright.runtime.option.InvalidOptionException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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

  /**
   * Builds something of several properties.
   *
   * @param name the property of an option that the runtime refuses
   */
  static <T> T options(UnaryOperator<String> name, Supplier<T> builder) {
    try {
      return builder.get();
    } catch (InvalidOptionException invalid) {
      throw StartUpException.of(
          "the property '" + name.apply(invalid.option()) + "' is not valid: ", invalid);
    }
  }

  /** The option as properties are written: {@code maxLifetime} is {@code max-lifetime}. */
  static String dashed(String option) {
    StringBuilder dashed = new StringBuilder();
    for (int i = 0; i < option.length(); i++) {
      char c = option.charAt(i);
      if (Character.isUpperCase(c)) {
        dashed.append('-');
      }
      dashed.append(Character.toLowerCase(c));
    }
    return dashed.toString();
  }
}
