package dev.gatewright.sample.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneTimeCodeTest {
  private static final String SECRET =
      HexFormat.of().formatHex("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  /** The last six of the eight digits of RFC 6238, appendix B. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130",
  })
  void codesAreThoseOfTheStandard(long second, String code) {
    assertThat(OneTimeCode.at(OneTimeCode.step(Instant.ofEpochSecond(second)), SECRET))
        .isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1})
  void aCodeOfANeighbouringStepIsFound(long distance) {
    Instant now = Instant.ofEpochSecond(1111111111);
    long step = OneTimeCode.step(now) + distance;

    assertThat(OneTimeCode.stepOf(OneTimeCode.at(step, SECRET), SECRET, now)).isEqualTo(step);
  }

  @ParameterizedTest
  @ValueSource(longs = {-2, 2})
  void aCodeOfAStepFurtherAwayIsNot(long distance) {
    Instant now = Instant.ofEpochSecond(1111111111);
    String code = OneTimeCode.at(OneTimeCode.step(now) + distance, SECRET);

    assertThat(OneTimeCode.stepOf(code, SECRET, now)).isEqualTo(-1);
  }

  @Test
  void nothingIsNoCode() {
    assertThat(OneTimeCode.stepOf("", SECRET, Instant.ofEpochSecond(59))).isEqualTo(-1);
  }
}
