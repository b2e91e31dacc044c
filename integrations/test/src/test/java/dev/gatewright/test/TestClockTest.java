package dev.gatewright.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class TestClockTest {
  private static final Instant NOW = Instant.parse("2026-01-31T08:00:00Z");

  @Test
  void movesTheTimeOfTheClockThatItStandsBefore() {
    TestClock clock = new TestClock();
    InstantSource gate = clock.in(InstantSource.fixed(NOW));

    clock.advance(Duration.ofHours(2));

    assertThat(gate.instant()).isEqualTo(NOW.plus(Duration.ofHours(2)));
    clock.reset();
    assertThat(gate.instant()).isEqualTo(NOW);
  }

  @Test
  void saysSoWhereTheApplicationTellsTheTimeItself() {
    TestClock clock = new TestClock();

    assertThatThrownBy(() -> clock.advance(Duration.ofHours(2)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("'gatewrightClock' of its own. Fix: ");
  }
}
