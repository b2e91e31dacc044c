package dev.gatewright.spring.json;

import java.time.Month;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads months by their names only, as they are written; Jackson takes "1" for one too. */
final class MonthDeserializer extends StdDeserializer<Month> {

  MonthDeserializer() {
    super(Month.class);
  }

  @Override
  public Month deserialize(JsonParser parser, DeserializationContext context) {
    if (parser.hasToken(JsonToken.VALUE_STRING)) {
      String text = parser.getString();
      for (Month month : Month.values()) {
        if (month.name().equals(text)) {
          return month;
        }
      }
    }
    return context.reportInputMismatch(this, "the name of a month is needed");
  }
}
