package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.filter.SendfileFilter;
import dev.gatewright.applications.input.Conditions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that a filter names to Tomcat is an answer like any other. */
class SendfileIT {

  @ParameterizedTest
  @ValueSource(strings = {"/error", "/length", "/nothing-here", "/nothing-here-after", "/act"})
  void aFileLeavesNoMoreThanAnythingElse(String path) {
    try (RunningApplication running =
        Application.of(SendfileFilter.class, Conditions.class).start()) {
      assertThat(running.get(path).text()).startsWith("HTTP/1.1 ").doesNotContain("secret");
      assertThat(running.request("OPTIONS", path).text()).doesNotContain("secret");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = "/length")
  void theSameFileLeavesWhereTheFilterIsExempt(String path) {
    try (RunningApplication running =
        Application.of(SendfileFilter.class, Conditions.class)
            .exempting(SendfileFilter.class.getName())
            .start()) {
      assertThat(running.get(path).text()).contains("the secret of a file");
    }
  }
}
