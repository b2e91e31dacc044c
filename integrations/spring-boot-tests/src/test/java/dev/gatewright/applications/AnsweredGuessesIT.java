package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.caller.Guesses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Endpoints that answer 401 to a wrong guess by themselves, and report nothing. */
class AnsweredGuessesIT {
  private static final String USER = "Authorization: Bearer " + Tokens.withRole("user");

  private static RunningApplication start() {
    return Application.of(Guesses.class.getDeclaredClasses()).start();
  }

  /** The 401 becomes a 406 while its body is written, and the guess costs nothing. */
  @ParameterizedTest
  @CsvSource({
    "/log-in/,*/*",
    "/log-in/,text/plain",
    "/log-in/,application/octet-stream",
    "/log-in-later/,*/*",
    "/log-in-later/,text/plain"
  })
  void aGuessIsChargedWhateverTheClientAccepts(String path, String accepted) {
    try (RunningApplication running = start()) {
      for (int i = 0; i < 6; i++) {
        Requests.form(running, "POST", path + "alice", "password=wrong" + i, "Accept: " + accepted);
      }
      Answer right =
          Requests.form(running, "POST", path + "alice", "password=right", "Accept: " + accepted);
      assertThat(right.text()).doesNotContain("session=opened");
      right.isClosedWith(429);
    }
  }

  /** The endpoint answers 401 itself, and reports nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"/pin/address", "/pin/user"})
  void aWrongPinIsCharged(String path) {
    try (RunningApplication running = start()) {
      for (int i = 0; i < 6; i++) {
        assertThat(Requests.form(running, "POST", path, "password=wrong" + i, USER).status())
            .isIn(401, 429);
      }
      Requests.form(running, "POST", path, "password=right", USER).isClosedWith(429);
    }
  }
}
