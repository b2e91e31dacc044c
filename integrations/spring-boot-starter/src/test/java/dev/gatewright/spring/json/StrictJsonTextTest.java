package dev.gatewright.spring.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text in documents is text. */
class StrictJsonTextTest {
  private final StrictJson json = StrictJson.of(List.of(), null);

  private MalformedJsonException refused(byte[] document) {
    return catchThrowableOfType(
        MalformedJsonException.class, () -> json.read(document, Map.class, 8));
  }

  /** {@code ~} stands for a backslash. */
  @ParameterizedTest
  @CsvSource({
    "'{\"a\":\"~u0000\"}', a",
    "'{\"a\":\"x~u0000y\"}', a",
    "'{\"a\":\"~uD800\"}', a",
    "'{\"a\":\"~ud83dx\"}', a",
    "'{\"a\":\"~uDE00\"}', a",
    "'{\"a\":\"~uDE00~uD83D\"}', a",
    "'{\"a\":\"~uD83D~uD83D~uDE00\"}', a",
    "'{\"a\":{\"b\":[\"x\",\"~u0000\"]}}', a.b[1]",
    "'{\"~u0000\":1}', ?",
    "'{\"a\":{\"x~uD800\":1}}', a.?"
  })
  void textThatIsNoneIsRefusedWithItsPath(String document, String path) {
    MalformedJsonException refused =
        refused(document.replace('~', '\\').getBytes(StandardCharsets.UTF_8));

    assertThat(refused).as(document).isNotNull();
    assertThat(refused.path()).isEqualTo(path);
    assertThat(refused.problem()).isEqualTo("holds a character that is none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":\"\0\"}", "{\"\0\":1}"})
  void unescapedControlCharactersAreRefused(String document) {
    assertThat(refused(document.getBytes(StandardCharsets.UTF_8))).isNotNull();
  }

  @Test
  void surrogatesInUtf8AreRefused() {
    byte[] document = "{\"a\":\"xyz\"}".getBytes(StandardCharsets.UTF_8);
    document[6] = (byte) 0xED;
    document[7] = (byte) 0xA0;
    document[8] = (byte) 0x80;

    assertThat(refused(document)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"😀\"}",
        "{\"😀\":\"é\"}",
        "{\"a\":\"~uD83D~uDE00\"}",
        "{\"a\":\"\uFFFD\"}"
      })
  void textOfAnyLanguageIsRead(String document) throws Exception {
    assertThat(
            json.read(document.replace('~', '\\').getBytes(StandardCharsets.UTF_8), Map.class, 8))
        .isInstanceOf(Map.class);
  }
}
