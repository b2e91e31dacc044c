package dev.gatewright.spring.json;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.type.ArrayType;

/** Reads {@code double[]} and {@code float[]} of numbers only, where Jackson also takes "NaN". */
final class NumberArrayDeserializer extends StdDeserializer<Object> {
  private final Class<?> element;

  NumberArrayDeserializer(ArrayType type) {
    super(type);
    this.element = type.getContentType().getRawClass();
  }

  @Override
  public Object deserialize(JsonParser parser, DeserializationContext context) {
    if (!parser.hasToken(JsonToken.START_ARRAY)) {
      return context.reportInputMismatch(this, "an array is needed");
    }
    List<Number> numbers = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (!TextShape.NUMBER.matches(parser)) {
        return context.reportInputMismatch(this, "a number is needed");
      }
      numbers.add(
          element == float.class
              ? Float.valueOf(parser.getFloatValue())
              : (Number) parser.getDoubleValue());
    }
    Object array = Array.newInstance(element, numbers.size());
    for (int i = 0; i < numbers.size(); i++) {
      Array.set(array, i, numbers.get(i));
    }
    return array;
  }
}
