package dev.gatewright.spring.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.nio.charset.StandardCharsets;
import java.text.SimpleDateFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A date is one that there is, in one spelling and with nothing around it. */
class StrictJsonTimesTest {
  private final StrictJson json = StrictJson.of(List.of(), null);

  /** Dates in patterns of the application's. */
  record Patterns(
      @JsonFormat(pattern = "yyyy-MM-dd") LocalDate date,
      @JsonFormat(pattern = "yyyyMMdd") LocalDate digits,
      @JsonFormat(pattern = "dd.MM.yyyy") Date legacy,
      @JsonFormat(pattern = "yyyy-MM-dd'T'HH:mm") LocalDateTime time,
      @JsonFormat(pattern = "dd.MM.yyyy", lenient = OptBoolean.TRUE) LocalDate lenient,
      @JsonFormat(pattern = "dd.MM.yyyy", lenient = OptBoolean.TRUE) Date lenientLegacy,
      @JsonFormat(pattern = "dd.MM.yyyy") List<LocalDate> list) {}

  private static final List<String> GOOD =
      List.of(
          "\"date\":\"2024-02-29\"",
          "\"digits\":\"20240229\"",
          "\"legacy\":\"29.02.2024\"",
          "\"time\":\"2024-02-29T10:00\"",
          "\"lenient\":\"29.02.2024\"",
          "\"lenientLegacy\":\"29.02.2024\"",
          "\"list\":[\"29.02.2024\"]");

  private Object read(StrictJson reader, Class<?> type, String text) throws MalformedJsonException {
    return reader.read(text.getBytes(StandardCharsets.UTF_8), type, 8);
  }

  @ParameterizedTest
  @CsvSource({
    "java.time.LocalDate, 2024-02-30",
    "java.time.LocalDate, 2023-02-29",
    "java.time.LocalDate, ' 2024-02-29'",
    "java.time.LocalDate, '2024-02-29 '",
    "java.time.LocalDate, 2024-02-29T10:00",
    "java.time.LocalDateTime, 2024-02-30T10:00",
    "java.time.LocalDateTime, 2024-02-29t10:00",
    "java.time.LocalDateTime, 2024-02-29T24:00",
    "java.time.LocalDateTime, '2024-02-29T10:00 '",
    "java.time.LocalTime, 2024-02-29T10:00",
    "java.time.LocalTime, '10:00 '",
    "java.time.Instant, 2024-02-30T10:00:00Z",
    "java.time.Instant, 2024-02-29T24:00:00Z",
    "java.time.Instant, 2024-02-29T23:59:60Z",
    "java.time.Instant, 2024-02-29T10:00:00z",
    "java.time.Instant, 0",
    "java.time.Instant, 2024-02-29T10:00:00+0000",
    "java.time.Instant, 2024-02-29T10:00:00+00",
    "java.time.OffsetDateTime, 2024-02-29T10:00:00+0000",
    "java.time.OffsetTime, 10:00:00+0000",
    "java.time.ZonedDateTime, 2024-02-29T10:00:00+0100[Europe/Paris]",
    "java.util.Date, 2024-02-29T10:00:00.000+0000",
    "java.util.Date, 2024-02-29T10:00:00-05",
    "java.util.Calendar, 2024-02-29T10:00:00+0000",
    "java.time.OffsetDateTime, 2024-02-29T10:00:00-00:00",
    "java.time.OffsetTime, 10:00:00-00:00",
    "java.util.Date, 2024-02-29T10:00:00-00:00",
    "java.sql.Time, 10:60:00",
    "java.sql.Time, 24:00:00",
    "java.sql.Time, 1:2:3",
    "java.sql.Time, '10:00:00 '",
    "java.time.OffsetTime, 10:00z",
    "java.time.ZonedDateTime, 2024-02-29T10:00:00-05:00[Europe/Paris]",
    "java.time.ZonedDateTime, 2024-02-29T10:00:00Z[Foo/Bar]",
    "java.time.MonthDay, --02-30",
    "java.time.Duration, pt1h",
    "java.time.Duration, 'PT1H '",
    "java.time.Duration, 1h",
    "java.time.Duration, 10",
    "java.time.Period, p1d",
    "java.util.Date, 2024-02-30",
    "java.util.Date, 2024-02-30T10:00:00Z",
    "java.util.Date, ' 2024-02-29'",
    "java.util.Date, 'Thu, 29 Feb 2024 10:00:00 GMT'",
    "java.util.Date, 2024-02-29T10:00:00Zjunk",
    "java.util.Calendar, 2024-02-30",
    "java.sql.Timestamp, 2024-02-30",
    "javax.xml.datatype.XMLGregorianCalendar, 2024-02-30",
  })
  void aDateThatThereIsNotIsRefused(Class<?> type, String text) {
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> read(json, type, '"' + text + '"'));
  }

  @ParameterizedTest
  @CsvSource({
    "java.time.LocalDate, 2024-02-29",
    "java.time.LocalDateTime, 2024-02-29T10:00:00.5",
    "java.time.LocalTime, 10:00",
    "java.time.Instant, 2024-02-29T10:00:00Z",
    "java.time.OffsetDateTime, 2024-02-29T10:00:00+01:00",
    "java.time.ZonedDateTime, 2024-02-29T10:00:00+01:00[Europe/Paris]",
    "java.time.Duration, PT24H",
    "java.time.Duration, PT-5M",
    "java.time.Period, P1Y2M3D",
    "java.util.Date, 2024-02-29T10:00:00.000+00:00",
    "java.util.Date, 2024-02-29",
    "java.util.Calendar, 2024-02-29T10:00:00Z",
    "java.sql.Time, 10:00:00",
    "javax.xml.datatype.XMLGregorianCalendar, 2024-02-29",
  })
  void aDateInIsoFormIsRead(Class<?> type, String text) throws Exception {
    assertThat(read(json, type, '"' + text + '"')).isInstanceOf(type);
  }

  @Test
  void aDateInThePatternOfItsPropertyIsRead() throws Exception {
    assertThat(read(json, Patterns.class, "{" + String.join(",", GOOD) + "}"))
        .hasFieldOrPropertyWithValue("date", LocalDate.of(2024, 2, 29))
        .hasFieldOrPropertyWithValue("digits", LocalDate.of(2024, 2, 29))
        .hasFieldOrPropertyWithValue("lenient", LocalDate.of(2024, 2, 29))
        .hasFieldOrPropertyWithValue("list", List.of(LocalDate.of(2024, 2, 29)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2024-02-30",
    "0, 2024-02-29x",
    "0, ' 2024-02-29'",
    "0, 2024-2-29",
    "1, 20240230",
    "1, 2024-02-29",
    "2, 30.02.2024",
    "2, 29.02.2024 foo",
    "2, 29.2.24",
    "2, 2024-02-29",
    "3, 2024-02-30T10:00",
    "3, 2024-02-29T24:00",
    "4, 30.02.2024",
    "5, 30.02.2024",
    "6, 30.02.2024",
    "6, 2024-02-29",
  })
  void aPatternIsReadStrictly(int index, String text) {
    List<String> properties = new java.util.ArrayList<>(GOOD);
    properties.set(index, properties.get(index).replaceFirst(":.*", ":" + value(index, text)));

    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> read(json, Patterns.class, "{" + String.join(",", properties) + "}"));
  }

  private static String value(int index, String text) {
    return index == 6 ? "[\"" + text + "\"]" : '"' + text + '"';
  }

  /** Times that the application declares as numbers, or as text. */
  record Shaped(
      @Nullable @JsonFormat(shape = JsonFormat.Shape.NUMBER) Instant instant,
      @Nullable @JsonFormat(shape = JsonFormat.Shape.NUMBER) Date date,
      @Nullable @JsonFormat(shape = JsonFormat.Shape.NUMBER) Duration span,
      @Nullable @JsonFormat(pattern = "MINUTES") Duration minutes,
      @Nullable @JsonFormat(pattern = "yyyy") Year patterned,
      @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) Year text,
      @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) Instant textual,
      @Nullable @JsonFormat(shape = JsonFormat.Shape.NUMBER) LocalDate day,
      @Nullable @JsonFormat(shape = JsonFormat.Shape.NATURAL) Year natural,
      @Nullable Year year) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "instant | 1 | 1970-01-01T00:00:01Z | \"1970-01-01T00:00:01Z\"",
        "instant | 1.123456789 | 1970-01-01T00:00:01.123456789Z | 1.1234567891",
        "instant | 0 | 1970-01-01T00:00:00Z | -0",
        "instant | 0 | 1970-01-01T00:00:00Z | \"0\"",
        "span | 1 | PT1S | \"PT1S\"",
        "minutes | 1 | PT1M | 1.0000000001",
        "patterned | \"2024\" | 2024 | 2024",
        "patterned | \"2024\" | 2024 | \"02024\"",
        "patterned | \"2024\" | 2024 | \"2024x\"",
        "patterned | \"2024\" | 2024 | \"24\"",
        "text | \"2024\" | 2024 | \"02024\"",
        "text | \"2024\" | 2024 | 2024",
        "textual | \"1970-01-01T00:00:01Z\" | 1970-01-01T00:00:01Z | 1",
        "day | \"2024-02-29\" | 2024-02-29 | 1",
        "natural | 2024 | 2024 | \"2024\"",
        "year | 2024 | 2024 | \"2024\"",
      })
  void aTimeIsANumberWhereTheApplicationSaysSo(String name, String text, String read, String other)
      throws Exception {
    Object shaped = read(json, Shaped.class, "{\"" + name + "\":" + text + "}");
    assertThat(shaped).extracting(name).hasToString(read);
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> read(json, Shaped.class, "{\"" + name + "\":" + other + "}"));
  }

  @Test
  void aCountOfMillisecondsIsADateWhereTheApplicationSaysSo() throws Exception {
    assertThat(read(json, Shaped.class, "{\"date\":1700000000123}"))
        .hasFieldOrPropertyWithValue("date", Date.from(Instant.ofEpochMilli(1_700_000_000_123L)));
  }

  @ParameterizedTest
  @ValueSource(classes = {Date.class, Calendar.class, java.sql.Timestamp.class})
  void theDateFormatOfTheApplicationsMapperIsReadStrictly(Class<?> type) throws Exception {
    StrictJson reader =
        StrictJson.ofApplication(
            List.of(),
            JsonMapper.builder().defaultDateFormat(new SimpleDateFormat("dd.MM.yyyy")).build());

    assertThat(read(reader, type, "\"29.02.2024\"")).isInstanceOf(type);
    for (String other : List.of("30.02.2024", "2024-02-29", "29.02.2024 ", "29.02.2024x")) {
      assertThatExceptionOfType(MalformedJsonException.class)
          .isThrownBy(() -> read(reader, type, '"' + other + '"'));
    }
  }

  @Test
  void aPatternOfTheApplicationsMapperIsReadStrictlyToo() throws Exception {
    StrictJson reader =
        StrictJson.ofApplication(
            List.of(),
            JsonMapper.builder()
                .withConfigOverride(
                    LocalDate.class,
                    override -> override.setFormat(JsonFormat.Value.forPattern("dd.MM.yyyy")))
                .build());

    assertThat(read(reader, LocalDate.class, "\"29.02.2024\""))
        .isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(read(reader, LocalDate[].class, "[\"29.02.2024\"]"))
        .isEqualTo(new LocalDate[] {LocalDate.of(2024, 2, 29)});
    for (String other : List.of("30.02.2024", "2024-02-29", "29.02.2024 ")) {
      assertThatExceptionOfType(MalformedJsonException.class)
          .isThrownBy(() -> read(reader, LocalDate.class, '"' + other + '"'));
    }
  }
}
