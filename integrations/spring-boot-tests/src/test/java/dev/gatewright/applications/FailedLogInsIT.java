package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.LogIns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A limit on failed log-ins counts them wherever they are found out. */
class FailedLogInsIT {
  private static final String SOMEBODY = "Authorization: Bearer " + Tokens.withRole("keeper");
  private static final String[] WRONG = {"a", "b", "c"};

  private static RunningApplication running;

  @BeforeAll
  static void start() {
    running = Application.of(LogIns.class.getDeclaredClasses()).start();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/confirm", "/confirm-later", "/door"})
  void whoHasATokenGuessesNoMoreThanTheLimit(String path) {
    try (RunningApplication own = Application.of(LogIns.class.getDeclaredClasses()).start()) {
      for (int i = 0; i < 5; i++) {
        assertThat(own.get(path + "?password=right", SOMEBODY).status()).isEqualTo(200);
        assertThat(own.get("/missing", SOMEBODY).status()).isEqualTo(404);
      }
      for (String guess : WRONG) {
        own.get(path + "?password=" + guess, SOMEBODY).isClosedWith(401);
      }
      own.get(path + "?password=right", SOMEBODY).isClosedWith(429);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/joined", "/redirected", "/later", "/future", "/slow", "/broken"})
  void aGuessThatIsCheckedElsewhereIsPaidBackOnlyIfItIsKnownToBeRight(String path) {
    String account = path + "/alice?password=";
    for (int i = 0; i < 5; i++) {
      assertThat(running.get(account + "right").status()).isEqualTo(200);
    }
    for (String guess : WRONG) {
      assertThat(running.get(account + guess).status()).isIn(302, 500, 503);
    }
    running.get(account + "right").isClosedWith(429);
    assertThat(running.get(path + "/bob?password=right").status()).isEqualTo(200);
  }

  @Test
  void aBatchGuessesNoMoreThanTheLimit() {
    assertThat(running.get("/batch?password=a,right,b,c,right,right").text()).endsWith("right: 1");
    running.get("/batch?password=right").isClosedWith(429);
  }

  @Test
  void aLoopCountsEachOfItsGuesses() {
    assertThat(running.get("/loop?password=a,right,b").text()).endsWith("right: 1");
    assertThat(running.get("/loop?password=right").status()).isEqualTo(200);
    running.get("/loop?password=c");
    running.get("/loop?password=right").isClosedWith(429);
  }
}
