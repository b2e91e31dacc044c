package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Dates;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A date in a parameter is one that there is; an element is told by its place. */
class DatesIT {
  private static RunningApplication running;

  @BeforeAll
  static void start() {
    running = Application.of(Dates.class).start();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static Answer get(String type, String text) {
    return running.get("/" + type + "?v=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "date, 2024-02-30",
    "date, 2023-02-29",
    "dates, '2024-02-29,2024-02-30'",
    "time, 24:00",
    "date-time, 2024-02-30T10:00",
    "date-time, 2024-02-29t10:00",
    "date-time, 2024-02-29T24:00",
    "instant, 2024-02-30T10:00:00Z",
    "instant, 2024-02-29T24:00:00Z",
    "instant, 2024-02-29T10:00:00z",
    "instant, 0",
    "instant, 1709200000",
    "offset, 2024-02-29T10:00:00z",
    "month, may",
    "month, 5",
    "year, +2024",
    "year, 02024",
    "legacy, 2024/02/30",
    "legacy, 2/30/2024",
    "legacy, 12 Aug 1995 PST",
    "legacy, 'Fri, 30 Feb 2024 10:00:00 GMT'",
    "pattern, 30.02.2024",
    "pattern, 29.02.2024x",
    "pattern, 29.02.24",
    "pattern, 29.2.2024",
    "iso, 2024-02-30T10:00:00.000Z",
    "iso, 2024-02-29T10:00:00.000Zx",
    "timestamp, 2024-02-30 10:00:00",
    "timestamp, 2024-02-29 25:00:00",
    "sql, 2024-02-30",
    "sql, 2024-2-3",
  })
  void aDateThatThereIsNotIsMalformed(String type, String text) {
    get(type, text).isClosedWith(400);
  }

  @ParameterizedTest
  @CsvSource({
    "date, 2024-02-29, 2024-02-29",
    "dates, '2024-02-28,2024-02-29', '[2024-02-28, 2024-02-29]'",
    "time, 10:00, 10:00",
    "date-time, 2024-02-29T10:00, 2024-02-29T10:00",
    "instant, 2024-02-29T10:00:00Z, 2024-02-29T10:00:00Z",
    "offset, 2024-02-29T10:00:00+01:00, 2024-02-29T10:00+01:00",
    "month, MAY, MAY",
    "year, 2024, 2024",
    "legacy, 'Thu, 29 Feb 2024 10:00:00 GMT', 2024-02-29T10:00:00Z",
    "iso, 2024-02-29T10:00:00.000+01:00, 2024-02-29T09:00:00Z",
    "timestamp, 2024-02-29 10:00:00, 2024-02-29 10:00:00.0",
    "sql, 2024-02-29, 2024-02-29",
  })
  void aDateIsRead(String type, String text, String read) {
    assertThat(get(type, text).text()).startsWith("HTTP/1.1 200 ").endsWith("read " + read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/items | [{\"name\":\"a\"},{\"name\":\"\"}] | v[1].name",
        "/named | {\"k\":{\"name\":\"\"}} | v[k].name",
        "/named | {\"<b>\":{\"name\":\"\"}} | v[?].name",
      })
  void anElementIsToldByItsPlace(String path, String body, String place) {
    Answer answer = FormatsIT.post(running, path, "application/json", body);
    answer.isClosedWith(422);
    assertThat(answer.text()).contains("\"path\":\"" + place + "\"").doesNotContain("<b>");
  }
}
