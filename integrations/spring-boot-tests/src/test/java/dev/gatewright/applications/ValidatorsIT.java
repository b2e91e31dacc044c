package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Validators;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the application validates is validated by guards too, and told without the value. */
class ValidatorsIT {
  private static RunningApplication running;

  @BeforeAll
  static void start() {
    running = Application.of(Validators.Endpoints.class, Validators.Settings.class).start();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static Answer post(RunningApplication application, String path, String json) {
    return FormatsIT.post(application, path, "application/json", json);
  }

  private static void assertInvalid(Answer answer, String path, String message) {
    answer.isClosedWith(422);
    assertThat(answer.text())
        .contains("\"path\":\"" + path + "\"")
        .contains("\"message\":\"" + message + "\"");
  }

  @Test
  void aValidatorWithABeanValidates() {
    assertThat(post(running, "/user", "{\"name\":\"alice\",\"notes\":{}}").text())
        .endsWith("read alice");
    Answer refused = post(running, "/user", "{\"name\":\"mallory\",\"notes\":{}}");
    assertInvalid(refused, "user.name", "is not known, ...");
    assertThat(refused.text()).doesNotContain("mallory");
  }

  @Test
  void whatACustomizerMapsIsValidated() {
    assertThat(post(running, "/plain", "{\"name\":\"abc\",\"count\":1}").status()).isEqualTo(200);
    assertInvalid(
        post(running, "/plain", "{\"name\":\"abcd\",\"count\":1}"),
        "plain.name",
        "size must be between 0 and 3");
  }

  @Test
  void aMessageIsText() {
    assertInvalid(
        post(running, "/plain", "{\"name\":\"abc\",\"count\":0}"),
        "plain.count",
        "must be greater than or equal to 1");
  }

  @Test
  void aKeyIsToldIfItIsPlainAndShort() {
    String user = "{\"name\":\"alice\",\"notes\":{\"%s\":\"\"}}";
    assertInvalid(
        post(running, "/user", user.formatted("a")), "user.notes[a]", "must not be blank");
    for (String key : new String[] {"<b>", "a b", "k".repeat(33)}) {
      Answer refused = post(running, "/user", user.formatted(key));
      assertInvalid(refused, "user.notes[?]", "must not be blank");
      assertThat(refused.text()).doesNotContain(key);
    }
  }

  @ParameterizedTest
  @CsvSource({"/header, X-V", "/cookie, v"})
  void whatIsMissingIsNamed(String path, String name) {
    Answer answer = running.get(path);
    answer.isClosedWith(400);
    assertThat(answer.text()).contains("\"path\":\"" + name + "\"", "is required");
  }

  @Test
  void aValidatorThatExtendsSpringsIsAsked() {
    try (RunningApplication application =
        Application.of(
                Validators.Endpoints.class,
                Validators.Settings.class,
                Validators.OwnValidator.class)
            .start()) {
      assertThat(post(application, "/plain", "{\"name\":\"abc\",\"count\":1}").status())
          .isEqualTo(200);
      Answer answer = post(application, "/plain", "{\"name\":\"bad\",\"count\":1}");
      answer.isClosedWith(422);
      assertThat(answer.text()).contains("is bad");
    }
  }

  @Test
  void severalValidatorsWithoutAPrimaryOneStopTheStart() {
    assertThat(Application.of(Validators.Endpoints.class, Validators.Two.class).refused())
        .hasMessageContaining("several beans of type jakarta.validation.Validator")
        .hasMessageContaining("Fix: make one @Primary");
  }
}
