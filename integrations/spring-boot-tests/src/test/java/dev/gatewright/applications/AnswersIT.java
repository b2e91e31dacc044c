package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatewright.applications.answer.Answers;
import dev.gatewright.applications.vault.Vault;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers instead of a handler: to paths that are not there, and to errors. */
class AnswersIT {
  private static final String ERROR_CONTROLLER =
      """
      package error;
      import org.springframework.boot.webmvc.error.ErrorController;
      import org.springframework.http.*;
      import org.springframework.web.bind.annotation.*;
      @RestController
      public class Errors implements ErrorController {
        @RequestMapping("/error")
        public ResponseEntity<String> answer() { return ResponseEntity.ok("%s"); }
      }
      """
          .formatted(Secret.TEXT);

  static Stream<Arguments> ways() {
    return Stream.of(
        arguments(Answers.Advice.class, "/missing", ""),
        arguments(Answers.Resolver.class, "/missing", ""),
        arguments(Answers.ErrorViews.class, "/error", "Accept: text/html"));
  }

  private static Answer ask(RunningApplication running, String path, String header) {
    return header.isEmpty() ? running.get(path) : running.get(path, header);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void anAnswerToWhatIsNotThereIsClosed(Class<?> application, String path, String header) {
    Attempt.of(Application.of(application, Vault.class))
        .isRefusedOr(
            running -> {
              ask(running, path, header).isClosed();
              running.request("POST", "/vault", "Content-Length: 0").isClosed();
              running.request("BREW", path).isClosed();
            });
  }

  @ParameterizedTest
  @MethodSource("ways")
  void theSameAnswerLeavesAnApplicationWithoutGatewright(
      Class<?> application, String path, String header) {
    try (RunningApplication running =
        Application.of(application)
            .excluding("dev.gatewright.spring.GatewrightAutoConfiguration")
            .start()) {
      ask(running, path, header).isTheSecret();
    }
  }

  /** What an application writes about errors is meant for anybody; it leaves as an error only. */
  @ParameterizedTest
  @ValueSource(classes = {Answers.ErrorAdvice.class, Answers.Attributes.class})
  void anErrorIsDescribedByTheApplication(Class<?> application) {
    try (RunningApplication running = Application.of(application, Vault.class).start()) {
      for (String path : new String[] {"/missing", "/error"}) {
        Answer answer = running.get(path, "Accept: text/html, application/json");
        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
      }
      running.get("/vault").isClosedWith(401);
    }
  }

  @Test
  void anErrorControllerOfTheApplicationsStopsTheStart() {
    assertThat(Application.of(WithoutProcessor.compile("error.Errors", ERROR_CONTROLLER)).refused())
        .hasMessageContaining("error.Errors")
        .hasMessageContaining("gatewright.exemptions");
  }

  @Test
  void anErrorControllerThatIsExemptAnswers() {
    try (RunningApplication running =
        Application.of(WithoutProcessor.compile("error.Errors", ERROR_CONTROLLER))
            .exempting("error.Errors")
            .start()) {
      running.get("/error").isTheSecret();
    }
  }

  @Test
  void springsOwnErrorsAreProblemsAndKeepTheirStatus() {
    try (RunningApplication running = Application.of(Vault.class).start()) {
      running.get("/missing").isClosedWith(404);
      running.request("POST", "/vault", "Content-Length: 0").isClosedWith(405);
    }
  }
}
