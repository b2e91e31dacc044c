package dev.gatewright.runtime.strict;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one JSON object: valid UTF-8, no member twice at any level, nothing after it, nested at
 * most 16 deep. Size is bounded by the caller.
 */
public final class StrictJson {
  private static final int MAX_DEPTH = 16;
  private static final char REPLACEMENT = '\ufffd';
  private static final int MAX_NUMBER_LENGTH = 64;
  private static final int MAX_LONG_DIGITS = 18;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          // Names come from strangers: nothing of them shall outlive the request.
          .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
          .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER_LENGTH)
                  .build())
          .build();

  private StrictJson() {}

  /**
   * The object's members: strings, Long or Double, Boolean, null, List and Map.
   *
   * @param what names the text in the exception: {@code a part of the token}
   * @throws InvalidCredentialException if the bytes are anything but one well-formed object
   */
  public static Map<String, @Nullable Object> readObject(byte[] utf8, String what)
      throws InvalidCredentialException {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), decode(utf8, what))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new InvalidCredentialException(what + " is no JSON object");
      }
      Map<String, @Nullable Object> object = object(parser, what);
      if (parser.nextToken() != null) {
        throw new InvalidCredentialException(what + " goes on after its JSON object");
      }
      return object;
    } catch (JacksonException e) {
      // Its message quotes the token.
      throw new InvalidCredentialException(what + " is malformed JSON");
    }
  }

  private static String decode(byte[] utf8, String what) throws InvalidCredentialException {
    String text = new String(utf8, StandardCharsets.UTF_8);
    // The platform's fast way puts this character for what is malformed; it may also just be there.
    if (text.indexOf(REPLACEMENT) < 0) {
      return text;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new InvalidCredentialException(what + " is not UTF-8");
    }
  }

  private static Map<String, @Nullable Object> object(JsonParser parser, String what)
      throws InvalidCredentialException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      members.put(name, value(parser, parser.nextToken(), what));
    }
    return members;
  }

  private static List<@Nullable Object> array(JsonParser parser, String what)
      throws InvalidCredentialException {
    List<@Nullable Object> elements = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      elements.add(value(parser, token, what));
    }
    return elements;
  }

  private static @Nullable Object value(JsonParser parser, JsonToken token, String what)
      throws InvalidCredentialException {
    return switch (token) {
      case START_OBJECT -> object(parser, what);
      case START_ARRAY -> array(parser, what);
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new InvalidCredentialException(what + " is malformed JSON");
    };
  }

  private static Number integer(JsonParser parser) {
    if (parser.getStringLength() <= MAX_LONG_DIGITS) {
      return parser.getLongValue();
    }
    return parser.getDoubleValue();
  }
}
