package dev.gatewright.spring.json;

import dev.gatewright.spring.text.ScalarShape;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/** Reads numbers that the application declares as text, in the one spelling that they have. */
final class NumberInTextDeserializer extends DelegatingDeserializer {

  NumberInTextDeserializer(ValueDeserializer<?> deserializer) {
    super(deserializer);
  }

  @Override
  protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> newDelegatee) {
    return new NumberInTextDeserializer(newDelegatee);
  }

  @Override
  public Object deserialize(JsonParser parser, DeserializationContext context) {
    if (!parser.hasToken(JsonToken.VALUE_STRING)
        || !ScalarShape.DECIMAL.matches(parser.getString())) {
      return context.reportInputMismatch(this, "a number in text is needed");
    }
    try (JsonParser number =
        new KeptNumbers(StrictSyntax.FACTORY.createParser(context, parser.getString()))) {
      number.nextToken();
      return super.deserialize(number, context);
    }
  }
}
