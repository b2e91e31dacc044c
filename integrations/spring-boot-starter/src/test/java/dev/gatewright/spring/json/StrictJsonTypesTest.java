package dev.gatewright.spring.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedCaseInsensitiveMap;

/** A value has one spelling: as a key of a map too, and of whatever type it is. */
class StrictJsonTypesTest {
  private final StrictJson json = StrictJson.of(List.of(), null);

  /** Types that need their parameters. */
  @SuppressWarnings("unused") // Only their types are looked at.
  private record Types(
      Map<Byte, Integer> ofByte,
      Map<Integer, Integer> ofInteger,
      Map<Long, Integer> ofLong,
      Map<Double, Integer> ofDouble,
      Map<Float, Integer> ofFloat,
      Map<BigDecimal, Integer> ofDecimal,
      Map<Boolean, Integer> ofBoolean,
      Map<UUID, Integer> ofUuid,
      Map<TimeUnit, Integer> ofEnum,
      EnumMap<TimeUnit, Integer> ofEnumMap,
      Map<LocalDate, Integer> ofLocalDate,
      Map<Instant, Integer> ofInstant,
      Map<Date, Integer> ofDate,
      Map<Year, Integer> ofYear,
      Map<Month, Integer> ofMonth,
      Map<Duration, Integer> ofDuration,
      Map<OffsetDateTime, Integer> ofOffset,
      LinkedCaseInsensitiveMap<String> caseInsensitive,
      Map<Locale, Integer> ofLocale,
      Map<URI, Integer> ofUri,
      Map<String, Integer> ofString,
      Map<String, Object> ofObject,
      Set<Integer> integers,
      Set<Double> doubles,
      Set<String> strings,
      SortedSet<Integer> sorted,
      EnumSet<TimeUnit> enums,
      Set<UUID> uuids,
      List<Set<Integer>> sets,
      List<Float> floats) {}

  private Object read(String type, String text) throws Exception {
    return json.read(
        text.getBytes(StandardCharsets.UTF_8),
        type.contains(".") || type.endsWith("]")
            ? type(type)
            : Types.class.getDeclaredField(type).getGenericType(),
        8);
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return switch (name) {
      case "byte[]" -> byte[].class;
      case "char[]" -> char[].class;
      case "float[]" -> float[].class;
      case "double[]" -> double[].class;
      default -> Class.forName(name);
    };
  }

  private void assertRefused(String type, String text) {
    assertThat(catchThrowableOfType(MalformedJsonException.class, () -> read(type, text)))
        .as(type + " " + text)
        .isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "ofByte, 1, 01",
    "ofByte, -1, 255",
    "ofInteger, 1, 01",
    "ofInteger, 1, +1",
    "ofInteger, 1, ' 1'",
    "ofInteger, 0, -0",
    "ofInteger, 0, ''",
    "ofInteger, 1, ١",
    "ofLong, 1, 01",
    "ofLong, 1, 1L",
    "ofDouble, 1.0, NaN",
    "ofDouble, 1.0, Infinity",
    "ofDouble, 1.0, 0x1p3",
    "ofDouble, 1.0, 1d",
    "ofDouble, 1.0, ' 1'",
    "ofDouble, 0.1, 0.12345678901234567891",
    "ofFloat, 0.1, 16777217",
    "ofDecimal, 1, 01",
    "ofBoolean, true, TRUE",
    "ofUuid, 123e4567-e89b-42d3-a456-426614174000, 1-1-1-1-1",
    "ofEnum, DAYS, ' DAYS'",
    "ofEnum, DAYS, 6",
    "ofEnumMap, DAYS, 'DAYS '",
    "ofLocalDate, 2024-02-29, ' 2024-02-29'",
    "ofLocalDate, 2024-02-29, 0",
    "ofInstant, 2024-02-29T00:00:00Z, 0",
    "ofDate, 2024-02-29, 0",
    "ofYear, 2024, +2024",
    "ofYear, 2024, 02024",
    "ofMonth, MAY, 5",
    "ofDuration, PT1M, pt1m",
    "ofDuration, PT1M, +PT1M",
    "ofOffset, 2024-02-29T10:00:00+00:00, 2024-02-29T10:00:00+0000",
    "ofOffset, 2024-02-29T10:00:00Z, 2024-02-29T24:00:00Z",
    "ofInstant, 2024-02-29T00:00:00Z, 2024-02-29T00:00:00z",
    "ofLocale, en, ' en'",
    "ofUri, a, ' a'",
  })
  void aKeyIsSpelledAsAValueOfItsType(String type, String plain, String other) throws Exception {
    assertThat((Map<?, ?>) read(type, "{\"" + plain + "\":1}")).hasSize(1);
    assertRefused(type, "{\"" + other + "\":1}");
  }

  @ParameterizedTest
  @CsvSource({"ofInteger, x", "ofDouble, x", "ofUuid, x", "ofDate, x", "ofEnum, x", "ofOffset, x"})
  void aKeyThatIsNoneIsToldByItsPlace(String type, String key) {
    assertThat(
            catchThrowableOfType(
                MalformedJsonException.class, () -> read(type, "{\"" + key + "\":1}")))
        .extracting(MalformedJsonException::path)
        .isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ofDouble | {\"1\":1,\"1.0\":2}",
        "ofUuid |"
            + " {\"123e4567-e89b-42d3-a456-42661417400a\":1,\"123E4567-e89b-42d3-a456-42661417400A\":2}",
        "integers | [1,1]",
        "caseInsensitive | {\"A\":\"1\",\"a\":\"2\"}",
        "doubles | [1,1.0]",
        "strings | [\"a\",\"a\"]",
        "sorted | [1,2,1]",
        "enums | [\"DAYS\",\"DAYS\"]",
        "uuids |"
            + " [\"123e4567-e89b-42d3-a456-42661417400a\",\"123E4567-e89b-42d3-a456-42661417400A\"]",
        "sets | [[1],[2,2]]",
        "java.util.Set | [1,1]",
      })
  void aSetOrMapHoldsAValueOnce(String type, String text) {
    assertRefused(type, text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "integers | [1,2] | [1, 2]",
        "strings | [\"a\",\"A\"] | [a, A]",
        "strings | [] | []",
        "caseInsensitive | {\"A\":\"1\",\"b\":\"2\"} | {A=1, b=2}",
        "enums | [\"DAYS\"] | [DAYS]",
        "sets | [[1],[1]] | [[1], [1]]",
        "ofDouble | {\"1\":1,\"2.5\":2} | {1.0=1, 2.5=2}",
        "ofString | {\" 01\":1,\"\":2} | { 01=1, =2}",
        "ofObject | {\"a\":1.5,\"b\":[1,1]} | {a=1.5, b=[1, 1]}",
      })
  void whatIsGivenOnceIsRead(String type, String text, String read) throws Exception {
    assertThat(read(type, text)).hasToString(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.time.Month",
        "java.time.DayOfWeek",
        "java.time.ZoneId",
        "java.util.Locale",
        "java.util.Currency",
        "java.util.TimeZone",
        "java.net.URI",
        "java.net.URL",
        "java.net.InetSocketAddress",
        "java.nio.charset.Charset",
        "java.nio.file.Path",
        "java.io.File",
        "java.util.regex.Pattern",
        "java.lang.StringBuilder",
        "java.lang.StringBuffer",
        "java.lang.Class",
        "java.lang.Character",
        "java.nio.ByteBuffer",
        "byte[]",
        "char[]",
      })
  void aTextIsNoNumberBooleanOrArray(String type) {
    for (String other : new String[] {"1", "1.5", "true", "[1]", "[\"a\"]", "{}"}) {
      assertRefused(type, other);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "java.time.Month, MAY, 5",
    "java.time.Month, MAY, may",
    "java.util.Locale, en, ' en'",
    "java.net.URI, a:b, ' a:b'",
    "java.util.Currency, EUR, ' EUR'",
    "java.nio.charset.Charset, UTF-8, ' UTF-8'",
    "java.util.TimeZone, Europe/Rome, ' Europe/Rome'",
  })
  void aTextIsNotTrimmed(String type, String plain, String other) throws Exception {
    assertThat(read(type, "\"" + plain + "\"")).isNotNull();
    assertRefused(type, "\"" + other + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "java.time.Year, 2024, '\"2024\"'",
    "java.lang.Integer, 0, -0",
    "java.lang.Long, 0, -0",
    "java.lang.Float, 0.1, 0.1234567890123",
    "java.lang.Float, 0.10000000149011612, 16777217",
    "java.lang.Float, 16777216, 1e-50",
    "java.lang.Float, 3.4028235e38, 3.5e38",
    "java.lang.Double, 0.1, 3.141592653589793238",
    "java.lang.Double, 0.30000000000000004, 9007199254740993",
    "java.lang.Double, 9007199254740992, 0.12345678901234567891",
    "java.lang.Double, 1e-300, 1.23456789012345678e-300",
    "java.lang.Number, 0.5, 0.12345678901234567891",
    "java.lang.Number, 12345678901234567890, -0",
    "float[], [0.1], [16777217]",
    "double[], [0.1], [9007199254740993]",
    "floats, [0.1], [0.1234567890123]",
  })
  void aNumberIsKeptOrRefused(String type, String kept, String lost) throws Exception {
    assertThat(read(type, kept)).isNotNull();
    assertRefused(type, lost);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.1234567890123456789012345", "9007199254740993", "1.50"})
  void aDecimalKeepsAllDigits(String number) throws Exception {
    assertThat(read("java.math.BigDecimal", number)).isEqualTo(new BigDecimal(number));
  }
}
