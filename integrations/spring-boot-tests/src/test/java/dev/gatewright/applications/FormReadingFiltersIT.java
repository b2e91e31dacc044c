package dev.gatewright.applications;

import dev.gatewright.applications.filter.FormReadingFilter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A request is admitted to its endpoint as soon as a filter reads its form. */
class FormReadingFiltersIT {

  @ParameterizedTest
  @CsvSource({
    "GET,/pages/internal",
    "POST,/pages/internal",
    "PUT,/pages/internal",
    "POST,/folders/internal",
    "PUT,/folders/internal"
  })
  void aFilterDoesNotAnswerForAnEndpoint(String method, String path) {
    try (RunningApplication running =
        Application.of(
                FormReadingFilter.class,
                FormReadingFilter.Pages.class,
                FormReadingFilter.Folders.class)
            .start()) {
      running
          .send(
              method
                  + " "
                  + path
                  + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                  + "Content-Type: application/x-www-form-urlencoded\r\n"
                  + "Content-Length: 6\r\n\r\ntext=a")
          .isClosedWith(503);
    }
  }
}
