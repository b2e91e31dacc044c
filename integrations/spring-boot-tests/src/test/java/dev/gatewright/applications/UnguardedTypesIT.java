package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.made.Employees;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects without a guard that are read from requests or written to responses. */
class UnguardedTypesIT {

  @ParameterizedTest
  @ValueSource(classes = {Employees.Subtypes.class, Employees.OwnMapper.class})
  void noneLeavesAndNoneComesInWhateverTheSignatureNames(Class<?> mapper) {
    try (RunningApplication running =
        Application.of(Employees.Office.class, mapper)
            .with("spring.mvc.async.request-timeout=1s")
            .start()) {
      for (String path : new String[] {"/any", "/map", "/list", "/person", "/wrapped"}) {
        running.get(path).isClosedWith(500);
      }
      running.get("/events").isClosed();
      running.get("/failing").isClosed();
      command(running, "wipe").isClosedWith(500);

      assertThat(running.get("/none").text()).contains("Ann");
      assertThat(command(running, "greet").text()).contains("hello");
    }
  }

  private static Answer command(RunningApplication running, String type) {
    String body = "{\"type\":\"" + type + "\"}";
    return running.send(
        "POST /command HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }
}
