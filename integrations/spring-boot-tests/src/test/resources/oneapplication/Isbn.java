package oneapplication;

import lombok.Value;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

@Value
public class Isbn {
    String digits;

    static class Serializer extends ValueSerializer<Isbn> {
        @Override
        public void serialize(Isbn isbn, JsonGenerator generator, SerializationContext context) {
            generator.writeString("ISBN " + isbn.getDigits());
        }
    }

    static class Deserializer extends ValueDeserializer<Isbn> {
        @Override
        public Isbn deserialize(JsonParser parser, DeserializationContext context) {
            String text = parser.getString();
            if (!text.matches("ISBN [0-9]{13}")) {
                return (Isbn) context.handleWeirdStringValue(Isbn.class, text, "not an ISBN");
            }
            return new Isbn(text.substring("ISBN ".length()));
        }
    }
}
