package dev.gatewright.applications;

import dev.gatewright.applications.filter.FormReadingFilter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request is admitted to its endpoint as soon as a filter reads its form. */
class FormReadingFiltersIT {

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT"})
  void aFilterDoesNotAnswerForAnEndpoint(String method) {
    try (RunningApplication running =
        Application.of(FormReadingFilter.class, FormReadingFilter.Pages.class).start()) {
      running
          .send(
              method
                  + " /pages/internal HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                  + "Content-Type: application/x-www-form-urlencoded\r\n"
                  + "Content-Length: 6\r\n\r\ntext=a")
          .isClosedWith(503);
    }
  }
}
