package dev.gatewright.spring.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Year;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.type.ArrayType;

/**
 * Narrows what Jackson's deserializers take, where no setting does: "NaN" for a number, an array or
 * a number for a date, base64 for a UUID, spaces around the name of an enum constant.
 */
final class StrictTypes extends ValueDeserializerModifier {
  private static final long serialVersionUID = 1L;

  private static final Set<Class<?>> NUMBERS =
      Set.of(
          byte.class,
          short.class,
          int.class,
          long.class,
          float.class,
          double.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          BigInteger.class,
          BigDecimal.class,
          Number.class);

  @Override
  public ValueDeserializer<?> modifyDeserializer(
      DeserializationConfig config,
      BeanDescription.Supplier description,
      ValueDeserializer<?> deserializer) {
    Class<?> type = description.getBeanClass();
    if (NUMBERS.contains(type)) {
      return new NarrowedDeserializer(deserializer, TextShape.NUMBER);
    }
    if (type == UUID.class) {
      return new NarrowedDeserializer(deserializer, TextShape.UUID);
    }
    if (type != Year.class && isTime(type)) {
      return new NarrowedDeserializer(deserializer, TextShape.TEXT);
    }
    return deserializer;
  }

  @Override
  public ValueDeserializer<?> modifyEnumDeserializer(
      DeserializationConfig config,
      JavaType type,
      BeanDescription.Supplier description,
      ValueDeserializer<?> deserializer) {
    return new NarrowedDeserializer(deserializer, TextShape.TRIMMED_TEXT);
  }

  @Override
  public ValueDeserializer<?> modifyArrayDeserializer(
      DeserializationConfig config,
      ArrayType type,
      BeanDescription.Supplier description,
      ValueDeserializer<?> deserializer) {
    Class<?> element = type.getContentType().getRawClass();
    return element == double.class || element == float.class
        ? new NumberArrayDeserializer(type)
        : deserializer;
  }

  private static boolean isTime(Class<?> type) {
    return TemporalAccessor.class.isAssignableFrom(type)
        || TemporalAmount.class.isAssignableFrom(type)
        || Date.class.isAssignableFrom(type)
        || Calendar.class.isAssignableFrom(type);
  }
}
