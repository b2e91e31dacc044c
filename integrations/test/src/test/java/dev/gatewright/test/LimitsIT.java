package dev.gatewright.test;

import static dev.gatewright.test.TestCaller.caller;
import static dev.gatewright.test.WithCallerIT.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.test.shop.Cellar;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ShopTest
@WithCaller("alice")
class LimitsIT {
  @Autowired private Cellar cellar;
  @Autowired private MockMvcTester mvc;
  @Autowired private TestCallers callers;
  @Autowired private TestClock clock;

  @RepeatedTest(2)
  void limitsHoldAndEachTestStartsWithUnusedOnes() {
    assertThat(mvc.get().uri("/offers")).hasStatusOk();
    assertThat(mvc.get().uri("/offers")).hasStatusOk();
    assertThat(mvc.get().uri("/offers")).hasStatus(429);
    assertThat(mvc.get().uri("/offers").with(caller("bob"))).hasStatusOk();
  }

  @Test
  void permitsComeBackAsTheClockIsAdvanced() {
    for (int minute = 0; minute < 3; minute++) {
      assertThat(mvc.get().uri("/offers")).hasStatusOk();
      assertThat(mvc.get().uri("/offers")).hasStatusOk();
      assertThat(mvc.get().uri("/offers")).hasStatus(429);
      clock.advance(Duration.ofMinutes(1));
    }
  }

  @Test
  void callersAndTheirCredentialsGrowOldWithTheClock() {
    TestCaller hour = caller("karl").roles("keeper").expiresIn(Duration.ofHours(1));

    callers.run(
        hour,
        () -> {
          clock.advance(Duration.ofMinutes(59));
          assertThat(cellar.open()).isEqualTo("wine");
          clock.advance(Duration.ofMinutes(2));
          assertRefused(401, cellar::open);
        });
  }

  @RepeatedTest(2)
  void eachTestStartsAtTheSystemsTime() {
    assertThat(clock.instant()).isBetween(Instant.now().minusSeconds(5), Instant.now());
    clock.advance(Duration.ofDays(1));
    assertThat(clock.instant()).isAfter(Instant.now().plus(Duration.ofHours(23)));
  }

  @Test
  void timeDoesNotRunBack() {
    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Fix: advance the clock by 0 or more");
  }

  @Test
  @WithoutLimits
  void limitsCanBeSwitchedOff() {
    for (int call = 0; call < 10; call++) {
      assertThat(mvc.get().uri("/offers")).hasStatusOk();
      String wine = callers.call(caller("karl").roles("keeper"), () -> cellar.open());
      assertThat(wine).isEqualTo("wine");
    }
  }

  @Test
  void callsInRequestsOfTheirOwnAreCountedEach() {
    TestCaller keeper = caller("karl").roles("keeper");

    callers.run(keeper, cellar::open);
    callers.run(keeper, cellar::open);
    assertRefused(429, () -> callers.run(keeper, cellar::open));
  }

  @Test
  @WithCaller(roles = "keeper")
  void whatATestCallsDirectlyIsOneRequest() {
    for (int call = 0; call < 5; call++) {
      assertThat(cellar.open()).isEqualTo("wine");
    }
  }
}
