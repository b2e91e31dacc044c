package dev.gatewright.authentication.strict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

class StrictJsonTest {
  private static final JsonFactory JACKSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(16).maxNumberLength(64).build())
          .build();

  private static Map<String, Object> read(String json) throws InvalidCredentialException {
    return StrictJson.readObject(json.getBytes(StandardCharsets.UTF_8), "it");
  }

  @Test
  void everyKindOfValueIsRead() throws Exception {
    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put("s", "a\"\\/\b\f\n\r\t\u00e9\u5f20\ud83d\ude00");
    expected.put("i", -12L);
    expected.put("z", 0L);
    expected.put("d", 1.5e3);
    expected.put("t", true);
    expected.put("f", false);
    expected.put("n", null);
    expected.put("a", Arrays.asList(1L, "x", null, List.of()));
    expected.put("o", Map.of("k", Map.of()));
    assertThat(
            read(
                " {\"s\":\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00E9\u5f20\\ud83d\\ude00\" ,\"i\" : -12,"
                    + "\"z\":-0,\"d\":1.5e+3,\"t\":true,\"f\":false,\"n\":null,"
                    + "\"a\":[1,\"x\",null,[]],\"o\":{\"k\":{}}}\t\r\n"))
        .isEqualTo(expected)
        .containsOnlyKeys(expected.keySet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"\\u0061\":2}",
        "{\"a\":null,\"a\":null}",
        "{\"o\":{\"a\":1,\"a\":1}}",
        "{\"o\":[{\"a\":1,\"a\":1}]}",
        "{\"a\":1",
        "{\"a\":1,}",
        "{,}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\" 1}",
        "{\"a\":[1,]}",
        "{\"a\":[1 2]}",
        "{\"a\":[}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":'x'}",
        "{\"a\":tru}",
        "{\"a\":True}",
        "{\"a\":nul",
        "{\"a\":NaN}",
        "{\"a\":-}",
        "{\"a\":+1}",
        "{\"a\":01}",
        "{\"a\":-01}",
        "{\"a\":.5}",
        "{\"a\":1.}",
        "{\"a\":1e}",
        "{\"a\":1e+}",
        "{\"a\":1e+-1}",
        "{\"a\":0x1}",
        "{\"a\":1_0}",
        "{\"a\":\u0661}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"\\u12g4\"}",
        "{\"a\":\"\u0001\"}",
        "{\"a\":\"\n\"}",
        "{\"a\":\"x}",
        "{\"a\":\"x\\\"}",
        "{\"a\":1/**/}",
        "{\"a\":1}//",
        "{\"a\":1}{}",
        "{\"a\":1}]",
        "{\"a\":\u00a01}",
        "{\"a\":1\u000b}",
        "{\"a\":\uffff}",
        "\ufeff{}",
        "[]",
        "\"a\"",
        "1",
        "",
        " "
      })
  void whatIsNotOneStrictObjectIsRefused(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(InvalidCredentialException.class);
    assertThat(jackson(json)).isEmpty();
  }

  @Test
  void digitsOfOtherScriptsAreNoHexDigitsAlthoughJacksonTakesThem() {
    String json = "{\"a\":\"\\u\u0661\u0661\u0661\u0661\"}";
    assertThatThrownBy(() -> read(json)).isInstanceOf(InvalidCredentialException.class);
  }

  @Test
  void numbersHaveABoundedLength() throws Exception {
    assertThat(read("{\"a\":" + "9".repeat(18) + "}")).containsEntry("a", 999999999999999999L);
    assertThat(read("{\"a\":" + "9".repeat(19) + "}")).containsEntry("a", 1e19);
    assertThat(read("{\"a\":1" + "0".repeat(63) + "}")).containsEntry("a", 1e63);
    assertThat(read("{\"a\":1e999999}")).containsEntry("a", Double.POSITIVE_INFINITY);
    assertThatThrownBy(() -> read("{\"a\":1" + "0".repeat(64) + "}"))
        .isInstanceOf(InvalidCredentialException.class);
  }

  @Test
  void halfASurrogatePairIsHandedOnToWhoeverReadsTheMember() throws Exception {
    assertThat(read("{\"a\":\"\\ud800\"}")).containsEntry("a", "\ud800");
  }

  @Test
  void nestingIsBoundedBeforeTheStackIs() throws Exception {
    assertThat(read("{\"a\":" + "[".repeat(15) + "]".repeat(15) + "}")).hasSize(1);
    for (String open : new String[] {"[", "{\"a\":"}) {
      assertThatThrownBy(() -> read("{\"a\":" + open.repeat(16)))
          .isInstanceOf(InvalidCredentialException.class)
          .hasMessage("it is malformed JSON");
      assertThatThrownBy(() -> read("{\"a\":" + open.repeat(1_000_000)))
          .isInstanceOf(InvalidCredentialException.class);
    }
  }

  @Property(tries = 20_000)
  void whatIsReadIsWhatJacksonReads(@ForAll("jsonLikeTexts") String json) {
    assertThat(ours(json)).isEqualTo(jackson(json));
  }

  @Provide
  Arbitrary<String> jsonLikeTexts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\u",
            "d800",
            "00e9",
            "\\n",
            "null",
            "true",
            "false",
            "1",
            "0",
            "-",
            "+",
            "e",
            "E",
            ".",
            "\"a\":",
            "\"b\":",
            "\"c\"",
            "{\"d\":1}",
            "[]",
            "[1,2]",
            " ",
            "\n",
            "\t",
            "\u0000",
            "\u00e9",
            "\ud83d\ude00",
            "/",
            "'");
    Arbitrary<String> value =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(
                3,
                Arbitraries.of(
                    "1", "-0", "0.5", "1e3", "true", "null", "\"x\"", "[]", "{}", "\"\\u0041\"")),
            net.jqwik.api.Tuple.of(1, pieces));
    Arbitrary<String> members =
        value
            .list()
            .ofMaxSize(4)
            .map(
                values -> {
                  List<String> named = new ArrayList<>();
                  for (int i = 0; i < values.size(); i++) {
                    named.add("\"" + (char) ('a' + i) + "\":" + values.get(i));
                  }
                  return "{" + String.join(",", named) + "}";
                });
    Arbitrary<String> glued = pieces.list().ofMaxSize(12).map(list -> String.join("", list));
    return Arbitraries.oneOf(
        members,
        glued,
        glued.map(text -> "{\"a\":" + text + "}"),
        glued.map(text -> "{\"a\":\"" + text + "\"}"));
  }

  private static Optional<Object> ours(String json) {
    try {
      return Optional.of(read(json));
    } catch (InvalidCredentialException e) {
      return Optional.empty();
    }
  }

  /** What a parser that is not ours makes of it; empty where it refuses. */
  private static Optional<Object> jackson(String json) {
    try (JsonParser parser = JACKSON.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      Object value = value(parser);
      return parser.nextToken() == null ? Optional.of(value) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Object value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          members.put(name, value(parser));
        }
        yield members;
      }
      case START_ARRAY -> {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          elements.add(value(parser));
        }
        yield elements;
      }
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT ->
          parser.getStringLength() <= 18
              ? (Object) parser.getLongValue()
              : (Object) parser.getDoubleValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }
}
