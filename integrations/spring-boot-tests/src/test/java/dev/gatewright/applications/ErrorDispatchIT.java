package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.answer.ErrorPages;
import dev.gatewright.applications.filter.Filters;
import org.junit.jupiter.api.Test;

/** An endpoint that errors are dispatched to asks its policy and charges its limits. */
class ErrorDispatchIT {

  private static RunningApplication start(String page) {
    return Application.of(ErrorPages.class, ErrorPages.Registered.class, Filters.PlainBean.class)
        .with("test.error-page=" + page)
        .start();
  }

  @Test
  void anErrorIsDescribedAsOftenAsTheLimitGrants() {
    try (RunningApplication running = start("/limited")) {
      for (int i = 0; i < 2; i++) {
        assertThat(running.get("/answer/error").text()).contains("described");
      }
      assertThat(running.get("/answer/error").text()).doesNotContain("described");
      assertThat(running.get("/limited").status()).isEqualTo(429);
    }
  }

  @Test
  void whoeverMakesAnErrorIsNotAdmittedByIt() {
    try (RunningApplication running = start("/secured")) {
      running.get("/answer/error").isClosed();
      running.get("/answer/error", "Authorization: Bearer " + Tokens.withRole("clerk")).isClosed();
      running
          .get("/answer/error", "Authorization: Bearer " + Tokens.withRole("keeper"))
          .isTheSecret();
    }
  }
}
