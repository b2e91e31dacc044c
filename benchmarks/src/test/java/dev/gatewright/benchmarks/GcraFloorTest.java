package dev.gatewright.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A yardstick that admits too much would make every peer look slow. */
class GcraFloorTest {

  /**
   * 25 below the largest number, which the tests go past; parsed, for a constant may not overflow.
   */
  private static final long NOW = Long.parseLong("9223372036854775782");

  private final GcraFloor limiter = new GcraFloor(1, 10, 3);

  @Test
  void aBurstIsAdmittedAndNothingMore() {
    for (int permit = 1; permit <= 3; permit++) {
      assertThat(limiter.tryAcquire("ada", NOW)).as("permit %d", permit).isTrue();
    }
    assertThat(limiter.tryAcquire("ada", NOW)).isFalse();
    assertThat(limiter.tryAcquire("grace", NOW)).as("another key").isTrue();
  }

  @Test
  void onePermitComesBackPerEmissionIntervalEvenWhereTheClockOverflows() {
    for (int permit = 1; permit <= 3; permit++) {
      limiter.tryAcquire("ada", NOW);
    }
    assertThat(limiter.tryAcquire("ada", NOW + 9)).isFalse();
    assertThat(limiter.tryAcquire("ada", NOW + 10)).isTrue();
    assertThat(limiter.tryAcquire("ada", NOW + 10)).isFalse();
    assertThat(limiter.tryAcquire("ada", NOW + 40)).isTrue();
  }
}
