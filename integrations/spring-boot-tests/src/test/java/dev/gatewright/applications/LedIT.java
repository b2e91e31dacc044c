package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Led;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input is looked at however its endpoint is reached. */
class LedIT {
  private static final String STRICT =
      "gatewright.input.refuse-unknown-query-parameters-of=Led.strict";

  @ParameterizedTest
  @ValueSource(strings = {"/strict", "/start"})
  void inputIsStrictHoweverItsEndpointIsReached(String path) {
    try (RunningApplication running = Application.of(Led.class).with(STRICT).start()) {
      assertThat(running.get(path + "?v=a").text()).contains("read a");
      running.get(path + "?v=a&v=b").isClosedWith(400);
      running.get(path + "?v=a&w=b").isClosedWith(400);
    }
  }
}
