package dev.gatewright.spring.json;

import dev.gatewright.spring.text.StrictText;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** What can be told from a document's text alone, whatever it is to be read as. */
final class StrictSyntax {

  /** More than any honest number needs; decimal conversion costs the square of the length. */
  static final int MAX_NUMBER_LENGTH = 100;

  /** The decimal exponents that a double has. */
  private static final int MAX_EXPONENT = 308;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          // Names come from strangers: nothing of them shall outlive the request.
          .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(1_000)
                  .maxNumberLength(MAX_NUMBER_LENGTH)
                  .maxNameLength(1_000)
                  .build())
          .build();

  private StrictSyntax() {}

  /** The same for documents that are within an application's bounds, too, where it has any. */
  static JsonFactory within(StreamReadConstraints bounds) {
    StreamReadConstraints byDefault = StreamReadConstraints.defaults();
    if (bounds.equals(byDefault)) {
      return FACTORY;
    }
    StreamReadConstraints ours = FACTORY.streamReadConstraints();
    StreamReadConstraints.Builder both = ours.rebuild();
    if (bounds.getMaxNestingDepth() < byDefault.getMaxNestingDepth()) {
      both.maxNestingDepth(Math.min(bounds.getMaxNestingDepth(), ours.getMaxNestingDepth()));
    }
    both.maxNumberLength(Math.min(bounds.getMaxNumberLength(), ours.getMaxNumberLength()))
        .maxNameLength(Math.min(bounds.getMaxNameLength(), ours.getMaxNameLength()))
        .maxStringLength(Math.min(bounds.getMaxStringLength(), ours.getMaxStringLength()))
        .maxDocumentLength(bounds.getMaxDocumentLength())
        .maxTokenCount(bounds.getMaxTokenCount());
    return FACTORY.rebuild().streamReadConstraints(both.build()).build();
  }

  /** The document's text. */
  static String check(byte[] utf8, int maxDepth) throws MalformedJsonException {
    String text = decode(utf8);
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new MalformedJsonException("", "a body is required");
      }
      if (first == JsonToken.VALUE_NULL) {
        throw new MalformedJsonException("", "must not be null");
      }
      checkValue(parser, first, maxDepth);
      if (parser.nextToken() != null) {
        throw new MalformedJsonException("", "goes on after its end");
      }
      return text;
    } catch (StreamConstraintsException beyond) {
      throw new MalformedJsonException(JsonPaths.of(beyond), "is beyond what is read");
    } catch (JacksonException malformed) {
      // Its message quotes the document.
      throw new MalformedJsonException("", "is malformed JSON");
    }
  }

  private static void checkValue(JsonParser parser, JsonToken first, int maxDepth)
      throws MalformedJsonException {
    int depth = 0;
    JsonToken token = first;
    do {
      if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
        depth++;
        if (depth > maxDepth) {
          throw new MalformedJsonException("", "is nested deeper than " + maxDepth);
        }
      } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
        depth--;
      } else if (token.isNumeric()) {
        checkNumber(parser);
      } else if (token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME) {
        checkText(parser);
      }
      token = depth > 0 ? parser.nextToken() : null;
    } while (token != null);
  }

  /** Neither infinite as a double nor, as 1e999999999, unbounded as a decimal. */
  private static void checkNumber(JsonParser parser) throws MalformedJsonException {
    String number = parser.getString();
    boolean sane;
    try {
      BigDecimal decimal = new BigDecimal(number);
      sane =
          Math.abs((long) decimal.precision() - decimal.scale()) <= MAX_EXPONENT
              && Math.abs((long) decimal.scale()) <= MAX_EXPONENT + MAX_NUMBER_LENGTH;
    } catch (NumberFormatException beyond) {
      sane = false;
    }
    if (!sane) {
      throw new MalformedJsonException(pathOf(parser), "is beyond what is read");
    }
  }

  /** NUL ends texts elsewhere, and half a character is none: both make two readers disagree. */
  private static void checkText(JsonParser parser) throws MalformedJsonException {
    char[] buffer = parser.getStringCharacters();
    int start = parser.getStringOffset();
    if (!StrictText.isSound(buffer, start, start + parser.getStringLength())) {
      throw new MalformedJsonException(pathOf(parser), "holds a character that is none");
    }
  }

  private static String pathOf(JsonParser parser) {
    StringBuilder path = new StringBuilder();
    append(path, parser.streamReadContext());
    return path.toString();
  }

  private static void append(StringBuilder path, TokenStreamContext context) {
    TokenStreamContext parent = context.getParent();
    if (parent != null) {
      append(path, parent);
    }
    if (context.inObject()) {
      JsonPaths.append(path, context.currentName(), -1);
    } else if (context.inArray()) {
      JsonPaths.append(path, null, context.getCurrentIndex());
    }
  }

  private static String decode(byte[] utf8) throws MalformedJsonException {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException malformed) {
      throw new MalformedJsonException("", "is not UTF-8");
    }
    if (!text.isEmpty() && text.charAt(0) == '\uFEFF') {
      throw new MalformedJsonException("", "starts with a byte order mark");
    }
    return text;
  }
}
