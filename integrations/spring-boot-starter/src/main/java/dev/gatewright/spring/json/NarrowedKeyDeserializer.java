package dev.gatewright.spring.json;

import dev.gatewright.spring.text.ScalarShape;
import java.time.Month;
import java.time.Year;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;

/** Refuses names of another form than the keys of a map have. */
final class NarrowedKeyDeserializer extends KeyDeserializer {
  private final KeyDeserializer deserializer;
  private final Class<?> type;
  private final ScalarShape shape;

  private NarrowedKeyDeserializer(KeyDeserializer deserializer, Class<?> type, ScalarShape shape) {
    this.deserializer = deserializer;
    this.type = type;
    this.shape = shape;
  }

  /** For keys of a type; the deserializer itself where any text may become one. */
  static KeyDeserializer of(KeyDeserializer deserializer, Class<?> type) {
    ScalarShape shape = shapeOf(type);
    return shape == null ? deserializer : new NarrowedKeyDeserializer(deserializer, type, shape);
  }

  private static @Nullable ScalarShape shapeOf(Class<?> type) {
    if (type == Year.class) {
      return ScalarShape.INTEGER;
    }
    ScalarShape shape = ScalarShape.of(type);
    boolean isText =
        type == Object.class
            || type == Character.class
            || CharSequence.class.isAssignableFrom(type);
    return shape == null && !isText && type.getName().startsWith("java.")
        ? ScalarShape.TRIMMED
        : shape;
  }

  @Override
  public Object deserializeKey(String key, DeserializationContext context) {
    try {
      return read(key, context);
    } catch (JacksonException malformed) {
      // Jackson tells the place of the map only.
      throw malformed.prependPath(Map.class, key);
    }
  }

  private Object read(String key, DeserializationContext context) {
    boolean isCount = TextShape.isCount(key);
    boolean isMatch =
        shape.matches(key)
            // 255 would be -1, 1 the month of January, 0 a date in 1970.
            && !(type == Byte.class && Integer.parseInt(key) != (byte) Integer.parseInt(key))
            && !(TimeDeserializer.isTime(type)
                && type != Year.class
                && !TimeDeserializer.isIso(type, key))
            && !(isCount && (type == Month.class || shape == ScalarShape.TIME));
    if (!isMatch) {
      return context.reportInputMismatch(type, "another form of key is needed");
    }
    Object value = deserializer.deserializeKey(key, context);
    return WrittenText.isOf(value, key)
        ? value
        : context.reportInputMismatch(type, "another spelling of the key is needed");
  }
}
