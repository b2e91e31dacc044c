package dev.gatewright.spring.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A pattern is read wherever its annotation stands, and has one meaning without an era. */
class StrictJsonPatternsTest {
  private final StrictJson json = StrictJson.of(List.of(), null);

  /** Has setters that keep what they are given. */
  @SuppressWarnings("unused") // Jackson calls them.
  static class Setters {
    final Map<String, Object> given = new HashMap<>();

    @JsonFormat(pattern = "dd.MM.yyyy")
    void setDate(LocalDate value) {
      given.put("date", value);
    }

    @JsonFormat(pattern = "yyyyMMdd")
    void setDigits(LocalDate value) {
      given.put("digits", value);
    }

    @JsonFormat(pattern = "dd.MM.yy")
    void setTwoDigits(LocalDate value) {
      given.put("twoDigits", value);
    }

    @JsonFormat(pattern = "dd.MM.yyyy G", locale = "en")
    void setEra(LocalDate value) {
      given.put("era", value);
    }

    @JsonFormat(pattern = "d. MMMM yyyy", locale = "de")
    void setMonthName(LocalDate value) {
      given.put("monthName", value);
    }

    @JsonFormat(pattern = "'y' yyyy/DDD")
    void setDayOfYear(LocalDate value) {
      given.put("dayOfYear", value);
    }

    @JsonFormat(pattern = "dd.MM.yyyy HH:mm[:ss]")
    void setDateTime(LocalDateTime value) {
      given.put("dateTime", value);
    }

    @JsonFormat(pattern = "dd.MM.yyyy HH:mm XXX")
    void setOffset(OffsetDateTime value) {
      given.put("offset", value);
    }

    @JsonFormat(pattern = "dd.MM.yyyy HH:mm VV")
    void setZoned(ZonedDateTime value) {
      given.put("zoned", value);
    }

    @JsonFormat(pattern = "dd.MM.yyyy HH:mm", timezone = "Europe/Berlin")
    void setInstant(Instant value) {
      given.put("instant", value);
    }

    @JsonFormat(pattern = "MM/yyyy")
    void setMonth(YearMonth value) {
      given.put("month", value);
    }

    @JsonFormat(pattern = "yyyy")
    void setYear(Year value) {
      given.put("year", value);
    }

    @JsonFormat(pattern = "dd.MM.")
    void setDay(MonthDay value) {
      given.put("day", value);
    }

    @JsonFormat(pattern = "hh:mm a", locale = "en")
    void setTime(LocalTime value) {
      given.put("time", value);
    }

    @JsonFormat(pattern = "HH:mmXXX")
    void setOffsetTime(OffsetTime value) {
      given.put("offsetTime", value);
    }

    @JsonFormat(pattern = "dd.MM.yyyy")
    void setSome(Optional<LocalDate> value) {
      given.put("some", value);
    }

    @JsonFormat(pattern = "dd.MM.yyyy")
    void setSql(java.sql.Date value) {
      given.put("sql", value);
    }
  }

  private Object read(Class<?> type, String name, String text) throws MalformedJsonException {
    String document = "{\"%s\":\"%s\"}".formatted(name, text);
    return json.read(document.getBytes(StandardCharsets.UTF_8), type, 8);
  }

  @ParameterizedTest
  @CsvSource({
    "date, 29.02.2024, 2024-02-29, 31.02.2024",
    "date, 29.02.2024, 2024-02-29, 2024-02-29",
    "date, 29.02.2024, 2024-02-29, '29.02.2024 '",
    "date, 29.02.2024, 2024-02-29, 29.2.2024",
    "digits, 20240229, 2024-02-29, 20230229",
    "twoDigits, 29.02.24, 2024-02-29, 30.02.24",
    "era, 29.02.2024 AD, 2024-02-29, 30.02.2024 AD",
    "era, 29.02.2024 AD, 2024-02-29, 29.02.2024",
    "monthName, 29. Februar 2024, 2024-02-29, 30. Februar 2024",
    "dayOfYear, y 2024/060, 2024-02-29, y 2023/366",
    "dateTime, 29.02.2024 10:00, 2024-02-29T10:00, 30.02.2024 10:00",
    "dateTime, 29.02.2024 10:00:01, 2024-02-29T10:00:01, 29.02.2024 24:00",
    "offset, 29.02.2024 10:00 +01:00, 2024-02-29T09:00Z, 30.02.2024 10:00 +01:00",
    "zoned, 29.02.2024 10:00 Europe/Berlin, 2024-02-29T09:00Z, 30.02.2024 10:00 Europe/Berlin",
    "instant, 29.02.2024 10:00, 2024-02-29T09:00:00Z, 30.02.2024 10:00",
    "month, 02/2024, 2024-02, 13/2024",
    "year, 2024, 2024, 24",
    "day, 29.02., --02-29, 30.02.",
    "time, 10:00 AM, 10:00, 13:00 AM",
    "offsetTime, 10:00+01:00, 10:00+01:00, 24:00+01:00",
    "some, 29.02.2024, Optional[2024-02-29], 30.02.2024",
    "sql, 29.02.2024, 2024-02-29, 30.02.2024",
  })
  void aPatternHasOneMeaning(String name, String text, String read, String other)
      throws MalformedJsonException {
    Object value = ((Setters) read(Setters.class, name, text)).given.get(name);

    assertThat(String.valueOf(value)).startsWith(read);
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> read(Setters.class, name, other));
  }

  record OnComponent(@JsonFormat(pattern = "dd.MM.yyyy") LocalDate date) {}

  static class OnField {
    @JsonFormat(pattern = "dd.MM.yyyy")
    private LocalDate date = LocalDate.EPOCH;

    public LocalDate getDate() {
      return date;
    }

    public void setDate(LocalDate date) {
      this.date = date;
    }
  }

  static class OnGetter {
    private LocalDate date = LocalDate.EPOCH;

    @JsonFormat(pattern = "dd.MM.yyyy")
    public LocalDate getDate() {
      return date;
    }

    public void setDate(LocalDate date) {
      this.date = date;
    }
  }

  static class OnFluentSetter {
    private LocalDate date = LocalDate.EPOCH;

    public LocalDate getDate() {
      return date;
    }

    @JsonFormat(pattern = "dd.MM.yyyy")
    public OnFluentSetter setDate(LocalDate newDate) {
      this.date = newDate;
      return this;
    }
  }

  static class OnGenericSetter<T> {
    private Object date = "";

    public Object date() {
      return date;
    }

    @JsonFormat(pattern = "dd.MM.yyyy")
    public void setDate(T newDate) {
      this.date = newDate;
    }
  }

  static class OfDates extends OnGenericSetter<LocalDate> {}

  @ParameterizedTest
  @ValueSource(
      classes = {
        OnComponent.class,
        OnField.class,
        OnGetter.class,
        OnFluentSetter.class,
        OfDates.class
      })
  void itStandsAnywhere(Class<?> type) throws MalformedJsonException {
    assertThat(read(type, "date", "29.02.2024"))
        .hasFieldOrPropertyWithValue("date", LocalDate.of(2024, 2, 29));
    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> read(type, "date", "30.02.2024"));
  }
}
