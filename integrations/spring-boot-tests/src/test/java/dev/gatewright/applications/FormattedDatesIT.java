package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.FormattedDates;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A date in a format of the application's is a day that there is, in that format only. */
class FormattedDatesIT {
  private static RunningApplication running;

  @BeforeAll
  static void start() {
    running = Application.of(FormattedDates.class, FormattedDates.Formats.class).start();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static Answer get(RunningApplication application, String path, String text) {
    return application.get(
        "/"
            + path
            + (path.endsWith("/") || path.contains("?") ? "" : "?v=")
            + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"));
  }

  private static void assertRead(Answer answer, String read) {
    assertThat(answer.text()).startsWith("HTTP/1.1 200 ").endsWith("read " + read);
  }

  @ParameterizedTest
  @CsvSource({
    "date, 30.02.2024",
    "date, 31.04.2024",
    "date, 29.02.2023",
    "date, 2024-02-29",
    "date, 29.2.2024",
    "dates, '29.02.2024,30.02.2024'",
    "dates, 2024-02-29",
    "array, '29.02.2024,30.02.2024'",
    "array, 30.02.2024",
    "optional, 30.02.2024",
    "in-path/, 30.02.2024",
    "bound?dates=&date=, 30.02.2024",
    "bound?date=29.02.2024&dates=, 30.02.2024",
    "bound?date=29.02.2024&dates%5B0%5D=, 30.02.2024",
    "bound?date=29.02.2024&dates=29.02.2024&dates=, 30.02.2024",
    "time, 24:00",
    "time, 10:00:60",
    "date-time, 30.02.2024 10:00",
    "date-time, 29.02.2024 24:00",
    "date-time, 2024-02-29T10:00",
    "pattern, 2024/02/30",
    "pattern, 2024-02-29",
    "pattern, 29.02.2024",
    "patterns, 2024/02/30",
    "patterns, 30-02-2024",
    "patterns, 2024-02-29",
    "style, 2024-02-29",
    "style, 2024 Feb 30",
    "annotated, 2024-02-30T10:00",
    "iso, 2024-02-30T10:00:00+01:00",
  })
  void aDateThatThereIsNotIsMalformed(String path, String text) {
    get(running, path, text).isClosedWith(400);
  }

  @ParameterizedTest
  @CsvSource({
    "date, 29.02.2024, 2024-02-29",
    "dates, '29.02.2024,01.03.2024', '[2024-02-29, 2024-03-01]'",
    "array, 29.02.2024, [2024-02-29]",
    "optional, 29.02.2024, Optional[2024-02-29]",
    "in-path/, 29.02.2024, 2024-02-29",
    "bound?dates=01.03.2024&date=, 29.02.2024," + " 'Bound[date=2024-02-29, dates=[2024-03-01]]'",
    "time, 10:00, 10:00",
    "time, 10:00:05, 10:00:05",
    "date-time, 29.02.2024 10:00, 2024-02-29T10:00",
    "month, 2024-02, 2024-02",
    "pattern, 2024/02/29, 2024-02-29",
    "patterns, 2024/02/29, 2024-02-29",
    "patterns, 29-02-2024, 2024-02-29",
    "style, 2024 Feb 29, 2024-02-29",
    "annotated, 2024-02-29T10:00, 2024-02-29T10:00",
    "iso, 2024-02-29T10:00:00.000+01:00, 2024-02-29T10:00+01:00",
  })
  void aDateIsRead(String path, String text, String read) {
    assertRead(get(running, path, text), read);
  }

  @Test
  void aListInAHeaderMayHaveSpaces() {
    assertRead(running.get("/header", "v: 29.02.2024, 01.03.2024"), "[2024-02-29, 2024-03-01]");
    running.get("/header", "v: 29.02.2024, 30.02.2024").isClosedWith(400);
  }

  @Test
  void aFormatInThePropertiesIsReadAsStrictly() {
    try (RunningApplication set =
        Application.of(FormattedDates.class)
            .with("spring.mvc.format.date=dd/MM/yyyy", "spring.mvc.format.time=iso")
            .start()) {
      assertRead(get(set, "date", "29/02/2024"), "2024-02-29");
      assertRead(get(set, "time", "10:00"), "10:00");
      assertRead(get(set, "time", "10:00:00"), "10:00");
      get(set, "date", "30/02/2024").isClosedWith(400);
      get(set, "date", "2024-02-29").isClosedWith(400);
    }
  }

  @Test
  void aLegacyDateIsReadAsStrictly() {
    try (RunningApplication set =
        Application.of(FormattedDates.class).with("spring.mvc.format.date=MM/dd/yyyy").start()) {
      assertRead(get(set, "legacy", "02/29/2024"), "2024-02-29");
      for (String text :
          new String[] {"02/30/2024", "02/29/2024x", "2/29/2024", "02/29/24", "2024-02-29"}) {
        get(set, "legacy", text).isClosedWith(400);
      }
    }
  }

  @Test
  void anotherLocaleReadsItsOwnDatesAsStrictly() {
    try (RunningApplication german =
        Application.of(FormattedDates.class).with("gatewright.input.locale=de").start()) {
      assertRead(get(german, "date", "29.02.24"), "2024-02-29");
      assertRead(get(german, "date", "2024-02-29"), "2024-02-29");
      get(german, "date", "30.02.24").isClosedWith(400);
    }
  }

  @Test
  void aConverterOfTheApplicationsReadsAsItDoes() {
    try (RunningApplication own =
        Application.of(FormattedDates.class, FormattedDates.Reading.class).start()) {
      assertRead(get(own, "date", "leap"), "2024-02-29");
      assertRead(get(own, "dates", "leap,2024-03-01"), "[2024-02-29, 2024-03-01]");
    }
  }
}
