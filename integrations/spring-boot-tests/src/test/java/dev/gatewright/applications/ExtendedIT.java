package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Extended;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the view of a body leaves out is not among the other names that the body takes. */
class ExtendedIT {
  @ParameterizedTest
  @ValueSource(strings = {"/member", "/guest"})
  void whatAViewLeavesOutIsNoOtherName(String path) {
    try (RunningApplication running = Requests.start(Extended.class)) {
      assertThat(Requests.json(running, path, "{\"name\":\"a\",\"hobby\":\"b\"}").text())
          .contains("read {hobby=b}");
      assertThat(Requests.json(running, path, "{\"name\":\"a\",\"office\":\"b\"}").text())
          .doesNotContain("office=b");
    }
  }
}
