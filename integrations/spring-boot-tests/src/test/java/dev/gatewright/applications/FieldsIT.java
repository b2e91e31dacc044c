package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Fields;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a form's fields decide which endpoint is meant, the limits by address come before it. */
class FieldsIT {

  private static RunningApplication start(boolean onJetty) {
    Application application =
        Application.of(Fields.class)
            .with("server.tomcat.connection-timeout=3s", "server.jetty.connection-idle-timeout=3s");
    return (onJetty ? application.onJetty() : application).start();
  }

  private static Answer form(RunningApplication running, String path, String body) {
    return form(running, path, body.length(), body);
  }

  /** Declares more than it sends, where the rest would come later or never. */
  private static Answer form(RunningApplication running, String path, long length, String body) {
    return running.send(
        "POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + length
            + "\r\n\r\n"
            + body);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSpentLimitRefusesBeforeTheFormHasCome(boolean onJetty) {
    try (RunningApplication running = start(onJetty)) {
      assertThat(form(running, "/one", "send=1").text()).contains("sent");

      form(running, "/one", 500, "send=1&").isClosedWith(429);
      form(running, "/one?send=1", 500, "").isClosedWith(429);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aMissingCredentialRefusesBeforeTheFormHasCome(boolean onJetty) {
    try (RunningApplication running = start(onJetty)) {
      form(running, "/secured", 500, "send=1&").isClosedWith(401);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ofSeveralEndpointsEachIsChargedByItselfAndNoneIsReadForWhenAllAreSpent(boolean onJetty) {
    try (RunningApplication running = start(onJetty)) {
      assertThat(form(running, "/several", "save=1").text()).contains("saved");
      form(running, "/several", "save=1").isClosedWith(429);
      assertThat(form(running, "/several", "cancel=1").text()).contains("cancelled");

      form(running, "/several", 500, "cancel=1&").isClosedWith(429);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theWidestBoundHoldsBeforeTheFormHasCome(boolean onJetty) {
    try (RunningApplication running = start(onJetty)) {
      form(running, "/one", 1_001, "send=1&").isClosedWith(413);
      form(running, "/several", 2_001, "save=1&").isClosedWith(413);
      form(running, "/several", "save=1&x=" + "a".repeat(1_200)).isClosedWith(413);
      assertThat(form(running, "/several", "cancel=1&x=" + "a".repeat(1_200)).text())
          .contains("cancelled");
    }
  }
}
