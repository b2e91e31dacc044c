package dev.gatewright.spring.startup;

import dev.gatewright.runtime.option.InvalidOptionException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;

/** Names the property at fault where a value is missing or the runtime refuses it. */
public final class Property {
  private Property() {}

  public static <T> T required(String name, @Nullable T value, String fix) {
    if (value == null || (value instanceof String text && text.isBlank())) {
      throw new StartUpException("the property '" + name + "' is missing", fix);
    }
    return value;
  }

  /** Whether a property of this name, or any below it, is set. */
  public static boolean isSet(Binder binder, String name) {
    return binder.bind(name, Bindable.mapOf(String.class, Object.class)).isBound();
  }

  /** Refuses two properties of which an application sets one at most. */
  public static void atMostOne(
      String name, @Nullable Object value, String other, @Nullable Object otherValue, String fix) {
    if (value != null && otherValue != null) {
      throw new StartUpException(
          "the properties '" + name + "' and '" + other + "' are both set", fix);
    }
  }

  /**
   * The name that a rotating secret is given by.
   *
   * @param property the property that holds the secret itself; with {@code -name} behind it, the
   *     name
   * @param fix what to do where neither is set; null where neither has to be
   * @return null where the secret itself is given
   */
  public static @Nullable String secretName(
      String property, @Nullable String secret, @Nullable String name, @Nullable String fix) {
    atMostOne(property, secret, property + "-name", name, "keep one.");
    if (name == null && fix != null) {
      required(property, secret, fix);
    }
    return name;
  }

  /** Builds something of the property's value. */
  public static <T> T build(String name, Supplier<T> builder) {
    try {
      return builder.get();
    } catch (IllegalArgumentException invalid) {
      throw StartUpException.ofProperty(name, invalid);
    }
  }

  /**
   * Builds something of several properties.
   *
   * @param name the property of an option that the runtime refuses
   */
  public static <T> T options(UnaryOperator<String> name, Supplier<T> builder) {
    try {
      return builder.get();
    } catch (InvalidOptionException invalid) {
      throw StartUpException.ofProperty(name.apply(invalid.option()), invalid);
    }
  }

  /** The option as properties are written: {@code maxLifetime} is {@code max-lifetime}. */
  public static String dashed(String option) {
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
