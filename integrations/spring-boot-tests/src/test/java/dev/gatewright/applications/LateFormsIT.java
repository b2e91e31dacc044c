package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.servlet.FormServlets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stranger is refused before a body is waited for, also by servlets and handlers of Spring's. */
class LateFormsIT {
  private static RunningApplication started() {
    return Application.of(FormServlets.class).with("server.tomcat.connection-timeout=3s").start();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/secured/", "/secured-by-method/", "/secured-handler"})
  void aMissingCredentialRefusesBeforeTheFormHasCome(String path) {
    try (RunningApplication running = started()) {
      Requests.form(running, "PUT", path, "name=abc").isClosedWith(401);
      Requests.declaring(running, "PUT", path, Requests.FORM, 500, "name=a").isClosedWith(401);
    }
  }

  @ParameterizedTest
  @CsvSource({"/secured-handler,POST", "/secured/,PUT", "/secured-handler,PUT"})
  void aMissingCredentialRefusesBeforeTheFirstPartHasCome(String path, String method) {
    try (RunningApplication running = started()) {
      Requests.declaring(running, method, path, Requests.PARTS, 500, "--x\r\n").isClosedWith(401);
    }
  }

  /** The control: who may, is read and answered. */
  @ParameterizedTest
  @ValueSource(strings = {"/secured/", "/secured-by-method/", "/secured-handler"})
  void aCallerIsAnswered(String path) {
    try (RunningApplication running = started()) {
      assertThat(
              Requests.form(
                      running,
                      "PUT",
                      path,
                      "name=abc",
                      "Authorization: Bearer " + Tokens.withRole("keeper"))
                  .text())
          .contains("read 3");
    }
  }
}
