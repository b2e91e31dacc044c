package dev.gatewright.spring.startup;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.core.ResolvableType;

/** Says of a property that Spring cannot read what it holds, and what it may hold. */
final class UnreadableProperty {
  private UnreadableProperty() {}

  /** The refusal; null where the failure names no property of Gatewright's. */
  static @Nullable StartUpException refusal(ConfigurationPropertiesBindException failure) {
    if (!(failure.getCause() instanceof BindException unreadable)
        || !unreadable.getName().toString().startsWith("gatewright.")) {
      return null;
    }
    ConfigurationProperty property = unreadable.getProperty();
    ResolvableType type = unreadable.getTarget().getType();
    Class<?> element =
        (type.hasGenerics() ? type.getGeneric(type.getGenerics().length - 1) : type)
            .resolve(Object.class);
    String name =
        property == null ? unreadable.getName().toString() : property.getName().toString();
    String value =
        property == null || SetProperties.isSecret(property.getName())
            ? ""
            : " has the value '"
                + property.getValue()
                + "'"
                + (property.getOrigin() == null ? "" : " (" + property.getOrigin() + ")")
                + ", which";
    return new StartUpException(
        "the property '" + name + "'" + value + " is no " + element.getSimpleName(), fix(element));
  }

  private static String fix(Class<?> type) {
    if (type.isEnum()) {
      return Stream.of(type.getEnumConstants())
          .map(each -> spelled(((Enum<?>) each).name()))
          .collect(Collectors.joining(", ", "use one of ", "."));
    }
    return switch (type.getSimpleName()) {
      case "Duration" -> "write a number and a unit, as 30s, 5m or 1h.";
      case "int", "Integer", "long", "Long" -> "write a whole number.";
      case "boolean", "Boolean" -> "write true or false.";
      case "Instant" -> "write it as 2027-01-31T00:00:00Z.";
      default -> "write it as docs/configuration.md tells.";
    };
  }

  /** As pages write them: algorithms, as ES256, keep their own names. */
  private static String spelled(String constant) {
    return constant.equals("EDDSA") || constant.matches("[A-Z]+\\d+")
        ? constant
        : constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
