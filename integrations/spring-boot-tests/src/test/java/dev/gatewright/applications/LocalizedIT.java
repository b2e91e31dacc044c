package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Localized;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number and a date are the same, whatever language their client asks for. */
class LocalizedIT {
  private static final String[] LANGUAGES = {"en-US", "en-GB", "de", "fr", "hi", "ar-EG", "fa"};

  private static RunningApplication running;

  @BeforeAll
  static void start() {
    running = Application.of(Localized.class, Localized.Tongues.class).start();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @ParameterizedTest
  @CsvSource({
    "number?v=1.5, read 1.5",
    "'number?v=1,500.5', read 1500.5",
    "'pattern?v=1,500.50', read 1500.50",
    "short?v=2024-02-29, read 2024-02-29",
    "date?v=2024-02-29, read 2024-02-29",
    "time?v=2024-02-29T01:02, read 2024-02-29T01:02",
    "month?v=29%20Feb%202024, read 2024-02-29",
    "'order?price=1,000.50&day=2024-02-29', 'read Order[price=1000.50, day=2024-02-29]'",
  })
  void theLanguageOfTheClientChangesNothing(String path, String read) {
    for (String language : LANGUAGES) {
      assertThat(running.get("/localized/" + path, "Accept-Language: " + language).text())
          .as(language)
          .startsWith("HTTP/1.1 200 ")
          .contains(read);
    }
    assertThat(running.get("/localized/" + path).text()).contains(read);
  }

  @ParameterizedTest
  @CsvSource({
    "'number?v=1.500,5'",
    "'pattern?v=1.500,50'",
    "number?v=%D9%A3",
    "number?v=%201",
    "short?v=2/3/24",
    "short?v=02.03.24",
    "date?v=2/3/24",
    "date?v=02.03.24",
    "month?v=29%20f%C3%A9vr.%202024",
    "month?v=29%20Feb.%202024",
    "order?day=2/3/24&price=1",
  })
  void aSpellingOfAnotherLanguageIsMalformed(String path) {
    for (String language : LANGUAGES) {
      running.get("/localized/" + path, "Accept-Language: " + language).isClosedWith(400);
    }
  }

  @Test
  void headersAreReadTheSameWay() {
    assertThat(running.get("/localized/header", "Accept-Language: de", "X-V: 1,000.50").text())
        .contains("read 1000.50");
    running.get("/localized/header", "Accept-Language: de", "X-V: 1.000,50").isClosedWith(400);
  }

  @Test
  void theEndpointAndFormattersOfTheApplicationStillSeeTheLanguage() {
    assertThat(running.get("/localized/number?v=1.5", "Accept-Language: de").text())
        .contains("read 1.5 de");
    assertThat(running.get("/localized/own?v=x", "Accept-Language: de").text()).contains("read de");
  }

  @Test
  void theApplicationChoosesTheLocale() {
    try (RunningApplication german =
        Application.of(Localized.class, Localized.Tongues.class)
            .with("gatewright.input.locale=de")
            .start()) {
      assertThat(german.get("/localized/number?v=1.500,5", "Accept-Language: en").text())
          .contains("read 1500.5");
      german.get("/localized/number?v=1,500.5", "Accept-Language: en").isClosedWith(400);
    }
  }
}
