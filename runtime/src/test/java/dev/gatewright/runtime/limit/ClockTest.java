package dev.gatewright.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Strategy;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClockTest {
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final ManualClock clock = new ManualClock(-Duration.ofHours(5).toNanos());
  private final SingleLimits limiter =
      new SingleLimits(InProcessRateLimiter.builder().slotsPerLimit(64).nanoClock(clock).build());

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void aClockThatIsSetBackGrantsNothing(Strategy strategy) {
    LimitPolicy limit = Limits.of(strategy, 5, PERIOD);
    clock.advance(Duration.ofHours(3));
    take(limit, 5);

    clock.advance(Duration.ofHours(-2));
    assertThat(limiter.acquire(limit, "key").granted()).isFalse();
    clock.advance(Duration.ofHours(2));
    assertThat(limiter.acquire(limit, "key").granted()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void aClockThatIsSetBackTakesNothing(Strategy strategy) {
    LimitPolicy limit = Limits.of(strategy, 5, PERIOD);
    clock.advance(Duration.ofHours(3));
    take(limit, 2);

    clock.advance(Duration.ofHours(-2));

    SingleLimits.Call decision = limiter.acquire(limit, "key");
    assertThat(decision.granted()).isTrue();
    assertThat(decision.remaining()).isEqualTo(2);
    assertThat(decision.resetNanos()).isLessThanOrEqualTo(PERIOD.multipliedBy(2).toNanos());
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void aThreadThatIsAMomentBehindGrantsAndTakesNothing(Strategy strategy) {
    LimitPolicy limit = Limits.of(strategy, 5, PERIOD);
    clock.advance(PERIOD.minusNanos(500_000));
    limiter.acquire(limit, "other"); // The last time that is kept for a millisecond.
    clock.advance(600_000);
    take(limit, 4);

    clock.advance(-200_000); // Into the previous window.

    // A bucket waits for the moment to pass; a window counts where the others already are.
    assertThat(limiter.acquire(limit, "key").granted()).isEqualTo(!isBucket(strategy));
    clock.advance(200_000);
    assertThat(limiter.acquire(limit, "key").granted()).isEqualTo(isBucket(strategy));
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void whatAThreadThatIsAMomentBehindTookCanBeGivenBack(Strategy strategy) {
    LimitPolicy limit = Limits.of(strategy, 5, PERIOD);
    clock.advance(PERIOD.minusNanos(500_000));
    limiter.acquire(limit, "other");
    clock.advance(600_000);
    take(limit, 2);
    clock.advance(-200_000);
    SingleLimits.Call behind = limiter.acquire(limit, "key");
    clock.advance(200_000);

    limiter.giveBack(behind, "key");

    assertThat(limiter.acquire(limit, "key").remaining()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void aJumpAheadRefillsOnceHoweverFarItIs(Strategy strategy) {
    LimitPolicy limit = Limits.of(strategy, 5, PERIOD);
    take(limit, 5);

    clock.advance(Duration.ofDays(4_000));

    take(limit, 5);
    assertThat(limiter.acquire(limit, "key").granted()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void theClockMayOverflow(Strategy strategy) {
    ManualClock late = new ManualClock(Long.MAX_VALUE - PERIOD.toNanos() / 2);
    SingleLimits other =
        new SingleLimits(InProcessRateLimiter.builder().slotsPerLimit(64).nanoClock(late).build());
    LimitPolicy limit = Limits.of(strategy, 1, PERIOD);
    assertThat(other.acquire(limit, "key").granted()).isTrue();

    late.advance(PERIOD.toNanos() * 3 / 4);
    assertThat(late.getAsLong()).isNegative();
    assertThat(other.acquire(limit, "key").granted()).isFalse();
    late.advance(PERIOD.multipliedBy(2));
    assertThat(other.acquire(limit, "key").granted()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void afterThirtySixYearsNothingIsRefilled(Strategy strategy) {
    LimitPolicy limit = Limits.of(strategy, 2, Duration.ofDays(366));
    clock.advance(Duration.ofDays(40 * 366));
    take(limit, 2);

    clock.advance(Duration.ofDays(40 * 366));

    assertThat(limiter.acquire(limit, "key").granted()).isFalse();
  }

  @Test
  void timeStepsBackByLessThanAMillisecondOnly() {
    MonotonicTime time = new MonotonicTime(clock);
    clock.advance(7_000_000);
    assertThat(time.nanos()).isEqualTo(7_000_000);
    clock.advance(999_999);
    assertThat(time.nanos()).isEqualTo(7_999_999);

    clock.advance(-999_999);
    assertThat(time.nanos()).isEqualTo(7_000_000);
    clock.advance(-5_000_000);
    assertThat(time.nanos()).isEqualTo(7_000_000);
  }

  private SingleLimits.Call take(LimitPolicy limit, int calls) {
    SingleLimits.Call decision = limiter.acquire(limit, "key");
    for (int i = 1; i < calls; i++) {
      assertThat(decision.granted()).isTrue();
      decision = limiter.acquire(limit, "key");
    }
    assertThat(decision.granted()).isTrue();
    return decision;
  }

  private static boolean isBucket(Strategy strategy) {
    return strategy == Strategy.TOKEN_BUCKET || strategy == Strategy.LEAKY_BUCKET;
  }
}
