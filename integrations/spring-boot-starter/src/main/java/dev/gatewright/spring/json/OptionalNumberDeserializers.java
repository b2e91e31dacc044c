package dev.gatewright.spring.json;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.ext.jdk8.OptionalDoubleDeserializer;
import tools.jackson.databind.ext.jdk8.OptionalIntDeserializer;
import tools.jackson.databind.ext.jdk8.OptionalLongDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.type.ReferenceType;

/**
 * Reads numbers that may be absent as strictly as others, unless the application reads them: no
 * modifier comes after Jackson's own deserializers of them.
 */
final class OptionalNumberDeserializers extends Deserializers.Base {
  private final List<Deserializers> application;

  /**
   * For all that is read as Jackson does.
   *
   * @param application where others say how types are read
   */
  OptionalNumberDeserializers(List<Deserializers> application) {
    this.application = application;
  }

  @Override
  public @Nullable ValueDeserializer<?> findReferenceDeserializer(
      ReferenceType type,
      DeserializationConfig config,
      BeanDescription.Supplier description,
      @Nullable TypeDeserializer contentTypes,
      @Nullable ValueDeserializer<?> content) {
    for (Deserializers each : application) {
      if (each.findReferenceDeserializer(type, config, description, contentTypes, content)
          != null) {
        return null;
      }
    }
    return narrowed(type.getRawClass());
  }

  private static @Nullable ValueDeserializer<?> narrowed(Class<?> type) {
    if (type == OptionalInt.class) {
      return new NarrowedDeserializer(new OptionalIntDeserializer(), TextShape.INTEGER);
    }
    if (type == OptionalLong.class) {
      return new NarrowedDeserializer(new OptionalLongDeserializer(), TextShape.INTEGER);
    }
    return type == OptionalDouble.class
        ? new NarrowedDeserializer(new OptionalDoubleDeserializer(), TextShape.NUMBER)
        : null;
  }

  @Override
  public boolean hasDeserializerFor(DeserializationConfig config, Class<?> valueType) {
    return narrowed(valueType) != null;
  }
}
