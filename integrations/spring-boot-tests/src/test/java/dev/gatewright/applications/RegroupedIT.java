package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Regrouped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is missing is refused where nobody asks the constraint that forbids it. */
class RegroupedIT {
  @Test
  void groupsAreConverted() {
    try (RunningApplication running = Requests.start(Regrouped.Converted.class)) {
      String body = "{\"name\":\"%s\"}";
      assertThat(Requests.json(running, "/converted?tag=a", body.formatted("abc")).text())
          .contains("read Item");
      Requests.json(running, "/converted?tag=a", body.formatted("abcd")).isClosedWith(422);
      Requests.json(running, "/converted?tag=abcd", body.formatted("abc")).isClosedWith(422);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "converted", "grouped", "both", "bound", "advised"})
  void nothingIsNullThatAConstraintForbids(String path) {
    try (RunningApplication running =
        Requests.start(
            Regrouped.Missing.class,
            Regrouped.Grouped.class,
            Regrouped.Bound.class,
            Regrouped.Advised.class,
            Regrouped.Advice.class)) {
      assertThat(
              Requests.json(running, "/missing/" + path, "{\"name\":\"a\",\"text\":\"b\"}").text())
          .contains("read Named");
      assertThat(Requests.json(running, "/missing/" + path, "{\"text\":\"b\"}").text())
          .doesNotContain("read Named");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "container,'[{\"text\":\"b\"}]'",
    "nested,'{\"lines\":[{\"text\":\"b\"}]}'",
    "container,'[{\"name\":\"a\",\"text\":\"bbbb\"}]'",
    "nested,'{\"lines\":[{\"name\":\"a\",\"text\":\"bbbb\"}]}'"
  })
  void norIsItInsideOfAContainer(String path, String body) {
    try (RunningApplication running = Requests.start(Regrouped.Containing.class)) {
      assertThat(Requests.json(running, "/missing/" + path, body).text()).doesNotContain("read");
    }
  }
}
