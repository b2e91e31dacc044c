package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Errors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An endpoint that asks for errors is given them, or the application does not start. */
class ErrorsIT {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  @ParameterizedTest
  @ValueSource(classes = {Errors.ByGuard.class, Errors.BodyByGuard.class})
  void errorsThatNobodyWouldSeeStopTheStart(Class<?> controller) {
    assertThat(Application.of(controller).refused())
        .hasMessageContaining(controller.getSimpleName())
        .hasMessageContaining("which would be empty: @ValidatedInput refuses invalid input")
        .hasMessageContaining("Fix: remove the parameter; or remove @ValidatedInput");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/form | name=a&count=1 | errors []",
        "/form | name=&count=0 | errors [count, name]",
        "/form | name=a&count=x | errors [count]",
        "/form | name=a&count=0x1 | errors [count]",
        "/body | {\"name\":\"a\",\"count\":1} | errors []",
        "/body | {\"name\":\"\",\"count\":0} | errors [count, name]",
      })
  void withoutValidatedInputTheEndpointSeesThem(String path, String body, String read) {
    try (RunningApplication running = Application.of(Errors.BySpring.class).start()) {
      assertThat(FormatsIT.post(running, path, path.equals("/form") ? FORM : JSON, body).text())
          .startsWith("HTTP/1.1 200 ")
          .endsWith(read);
      FormatsIT.post(running, "/body", JSON, "{\"name\":\"a\",\"count\":\"1\"}").isClosedWith(400);
      FormatsIT.post(running, "/form", FORM, "name=a&name=b&count=1").isClosedWith(400);
    }
  }
}
