package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Models;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A constraint of a method before the endpoint is asked, or refused. */
class ModelsIT {
  @ParameterizedTest
  @ValueSource(
      classes = {
        Models.Plain.class,
        Models.InOptional.class,
        Models.InList.class,
        Models.Several.class
      })
  void aConstraintBeforeTheEndpointIsAskedOrRefused(Class<?> model) {
    Attempt.of(() -> Requests.start(model))
        .isRefusedOr(
            running -> {
              assertThat(running.get("/told?v=abc").text()).contains("read abc");
              assertThat(running.get("/told?v=abcd").text()).doesNotContain("read abcd");
            });
  }
}
