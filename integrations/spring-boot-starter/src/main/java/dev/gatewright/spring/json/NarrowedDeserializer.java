package dev.gatewright.spring.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/**
 * Refuses values of another form before the deserializer sees them, and texts that say something
 * else than what was made of them.
 */
final class NarrowedDeserializer extends DelegatingDeserializer {
  private final TextShape shape;

  NarrowedDeserializer(ValueDeserializer<?> deserializer, TextShape shape) {
    super(deserializer);
    this.shape = shape;
  }

  @Override
  protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> newDelegatee) {
    return new NarrowedDeserializer(newDelegatee, shape);
  }

  @Override
  public ValueDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    ValueDeserializer<?> contextual = super.createContextual(context, property);
    JsonFormat.Value format = findFormatOverrides(context, property, handledType());
    return shape.isNumeric() && format != null && format.getShape() == JsonFormat.Shape.STRING
        ? new NumberInTextDeserializer(contextual)
        : contextual;
  }

  @Override
  public Object deserialize(JsonParser parser, DeserializationContext context) {
    if (!shape.matches(parser)) {
      return context.reportInputMismatch(this, "another form of value is needed");
    }
    String text = parser.hasToken(JsonToken.VALUE_STRING) ? parser.getString() : null;
    Object value = super.deserialize(parser, context);
    return text == null || WrittenText.isOf(value, text)
        ? value
        : context.reportInputMismatch(this, "another spelling is needed");
  }
}
