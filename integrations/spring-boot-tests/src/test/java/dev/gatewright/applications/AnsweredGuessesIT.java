package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.caller.Guesses;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Endpoints that answer 401 to a wrong guess by themselves, and report nothing. */
class AnsweredGuessesIT {
  private static final String USER = "Authorization: Bearer " + Tokens.withRole("user");

  private static RunningApplication start() {
    return Application.of(Guesses.class.getDeclaredClasses()).start();
  }

  private static Answer post(
      RunningApplication running, String path, String form, String... headers) {
    return running.send(
        "POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n"
            + String.join("", List.of(headers).stream().map(each -> each + "\r\n").toList())
            + "Content-Length: "
            + form.length()
            + "\r\n\r\n"
            + form);
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
        post(running, path + "alice", "password=wrong" + i, "Accept: " + accepted);
      }
      Answer right = post(running, path + "alice", "password=right", "Accept: " + accepted);
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
        assertThat(post(running, path, "password=wrong" + i, USER).status()).isIn(401, 429);
      }
      post(running, path, "password=right", USER).isClosedWith(429);
    }
  }
}
