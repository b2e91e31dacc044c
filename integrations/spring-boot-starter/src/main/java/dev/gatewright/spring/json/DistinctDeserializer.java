package dev.gatewright.spring.json;

import java.util.Collection;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Refuses a set with an element twice, and a map with two spellings of one key: Jackson would keep
 * one of them and tell nobody.
 */
final class DistinctDeserializer extends DelegatingDeserializer {

  DistinctDeserializer(ValueDeserializer<?> deserializer) {
    super(deserializer);
  }

  @Override
  protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> newDelegatee) {
    return new DistinctDeserializer(newDelegatee);
  }

  @Override
  public Object deserialize(JsonParser parser, DeserializationContext context) {
    if (!parser.hasToken(JsonToken.START_ARRAY) && !parser.hasToken(JsonToken.START_OBJECT)) {
      return super.deserialize(parser, context);
    }
    TokenBuffer buffer = context.bufferAsCopyOfValue(parser);
    int given;
    try (JsonParser counted = buffer.asParserOnFirstToken(context)) {
      given = count(counted);
    }
    Object value;
    try (JsonParser read = buffer.asParserOnFirstToken(context)) {
      value = super.deserialize(read, context);
    }
    int kept =
        value instanceof Collection<?> collection
            ? collection.size()
            : value instanceof Map<?, ?> map ? map.size() : given;
    return kept == given
        ? value
        : context.reportInputMismatch(this, "a value is given more than once");
  }

  /** How many elements or names a structure has, whatever is in them. */
  private static int count(JsonParser parser) {
    boolean isObject = parser.hasToken(JsonToken.START_OBJECT);
    int count = 0;
    for (JsonToken token = parser.nextToken();
        token != null && token != JsonToken.END_ARRAY && token != JsonToken.END_OBJECT;
        token = parser.nextToken()) {
      count++;
      if (isObject) {
        parser.nextToken();
      }
      parser.skipChildren();
    }
    return count;
  }
}
