package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Deferred;
import dev.gatewright.applications.input.LateAnswers;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One request is one exchange, also when other threads answer it, and ends when it is over. */
class LateAnswersIT {
  private static final String KEEPER = "Authorization: Bearer " + Tokens.withRole("keeper");

  private static RunningApplication start(boolean onJetty) {
    Application application = Application.of(Deferred.OneThread.class, LateAnswers.class);
    return (onJetty ? application.onJetty() : application).start();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aTaskThatOutlivesItsRequestLeavesNobodyInItsThread(boolean onJetty) throws Exception {
    try (RunningApplication running = start(onJetty)) {
      LateAnswers answers = running.context().getBean(LateAnswers.class);
      running.get("/outlives", KEEPER).isClosedWith(503);
      // Another request has what the server keeps of the first.
      running.get("/nothing-here");
      answers.goOn();

      assertThat(answers.callerAfterwards().get(10, TimeUnit.SECONDS)).isEqualTo("caller unknown");
      for (int i = 0; i < 3; i++) {
        assertThat(running.get("/who").text()).contains("caller unknown");
        assertThat(running.get("/known", KEEPER).text()).contains("caller somebody");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anAnswerFromAnotherThreadIsChargedOnce(boolean onJetty) {
    try (RunningApplication running = start(onJetty)) {
      for (String path : new String[] {"/future", "/callable", "/stream"}) {
        for (int i = 0; i < 2; i++) {
          assertThat(running.get(path).text())
              .as(path)
              .startsWith("HTTP/1.1 200 ")
              .contains("answered");
        }
        running.get(path).isClosedWith(429);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aWrongPasswordIsChargedAlsoWhereItIsRefusedAsUndecidable(boolean onJetty) {
    try (RunningApplication running = start(onJetty)) {
      for (int i = 0; i < 2; i++) {
        running.get("/guess-in-request").isClosedWith(401);
      }
      running.get("/guess-in-request").isClosedWith(429);
      for (int i = 0; i < 2; i++) {
        running.get("/guess-elsewhere").isClosedWith(503);
      }
      running.get("/guess-elsewhere").isClosedWith(429);
    }
  }
}
