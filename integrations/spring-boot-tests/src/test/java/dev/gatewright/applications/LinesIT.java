package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Lines;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent in an indexed field is read, or refused. */
class LinesIT {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/lines?lines%5B0%5D.name=a&lines%5B300%5D.name=b",
        "/lines?lines%5B300%5D.name=b",
        "/lines?lines%5B0%5D.name=abcd",
        "/lines?lines%5B0%5D.other=a",
        "/texts?texts%5B0%5D=a&texts%5B300%5D=b",
        "/texts?texts%5B0%5D=abcd",
        "/texts?texts=abcd",
        "/maps?lines%5Babcd%5D.name=a",
        "/maps?lines%5Ba%5D.name=abcd"
      })
  void whatIsSentIsReadOrRefused(String path) {
    try (RunningApplication running = Requests.start(Lines.class)) {
      assertThat(running.get("/lines?lines%5B0%5D.name=a").text()).contains("read [Line[name=a]]");
      assertThat(running.get("/maps?lines%5Ba%5D.name=a").text()).contains("read {a=Line[name=a]}");
      assertThat(running.get(path).text()).doesNotContain("read ");
    }
  }
}
