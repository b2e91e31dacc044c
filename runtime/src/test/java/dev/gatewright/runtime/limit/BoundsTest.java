package dev.gatewright.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatewright.LimitKey;
import dev.gatewright.Strategy;
import dev.gatewright.limit.LimitBounds;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BoundsTest {
  private static final Duration LONGEST = Duration.ofDays(366);

  @ParameterizedTest
  @CsvSource({
    "TOKEN_BUCKET, PT0.001S, 10000",
    "LEAKY_BUCKET, PT1S, 10000000",
    "TOKEN_BUCKET, PT8784H, 316224000000000",
    "FIXED_WINDOW, PT0.001S, 4194303",
    "FIXED_WINDOW, PT1S, 4294967295",
    "FIXED_WINDOW, PT1M, 274877906943",
    "FIXED_WINDOW, PT24H, 562949953421311",
    "FIXED_WINDOW, PT8784H, 144115188075855871",
    "SLIDING_WINDOW, PT0.001S, 2047",
    "SLIDING_WINDOW, PT1S, 65535",
    "SLIDING_WINDOW, PT1M, 524287",
    "SLIDING_WINDOW, PT24H, 16777215",
    "SLIDING_WINDOW, PT8784H, 268435455"
  })
  void theLargestLimitIsKeptAndOneMoreIsRefused(Strategy strategy, Duration per, long most) {
    LimitPolicy largest = Limits.of(strategy, most, per, most);
    ManualClock clock = new ManualClock();
    SingleLimits limiter = limiter(clock);
    clock.advance(LimitBounds.HORIZON_NANOS - 3 * per.toNanos());
    for (int i = 0; i < 2; i++) {
      SingleLimits.Call granted = limiter.acquire(largest, "key");
      assertThat(granted.granted()).isTrue();
      assertThat(granted.remaining()).isZero();
      assertThat(granted.resetNanos()).isPositive();
      SingleLimits.Call refused = limiter.acquire(largest, "key");
      assertThat(refused.granted()).isFalse();
      assertThat(refused.retryAfterNanos()).isBetween(1L, 2 * per.toNanos());
      clock.advance(refused.retryAfterNanos());
    }

    assertThatIllegalArgumentException()
        .isThrownBy(() -> limiter(clock).prepare(Limits.of(strategy, most + 1, per)))
        .withMessageContaining("limit #limit (" + (most + 1) + " permits per " + per)
        .withMessageContaining("Fix: use at most " + most + " permits for this period");
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void aPeriodOfMoreThan366DaysIsRefused(Strategy strategy) {
    limiter(new ManualClock()).prepare(Limits.of(strategy, 1, LONGEST));

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> limiter(new ManualClock()).prepare(Limits.of(strategy, 1, LONGEST.plusNanos(1))))
        .withMessageContaining("longer than 366 days");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                limiter(new ManualClock())
                    .prepare(Limits.of(strategy, 1, Duration.ofSeconds(Long.MAX_VALUE / 1_000))))
        .withMessageContaining("longer than 366 days");
  }

  @Test
  void aBurstThatTakes36YearsToRefillIsRefused() {
    LimitPolicy.Builder limit =
        LimitPolicy.named("slow").permits(1, Duration.ofDays(1)).burst(20_000);

    assertThatIllegalArgumentException()
        .isThrownBy(limit::build)
        .withMessageContaining("#slow")
        .withMessageContaining("Fix: use a burst of at most 13343");
  }

  @ParameterizedTest
  @CsvSource({"FIXED_WINDOW, 7", "SLIDING_WINDOW, 7", "FIXED_WINDOW, 5", "SLIDING_WINDOW, 5"})
  void aWindowWithABurstIsRefused(Strategy strategy, long burst) {
    LimitPolicy.Builder limit =
        LimitPolicy.named("burst").permits(5, Duration.ofDays(1)).strategy(strategy).burst(burst);

    assertThatIllegalArgumentException()
        .isThrownBy(limit::build)
        .withMessageContaining("a window has no burst of its own");
  }

  @Test
  void aWindowCannotBeGivenABurstLater() {
    LimitPolicy limit = Limits.of(Strategy.FIXED_WINDOW, 5, Duration.ofDays(1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> limit.withNumbers(5, Duration.ofDays(1), 7))
        .withMessageContaining("a window has no burst of its own");
  }

  @Test
  void twoLimitsWithOneIdAndOtherNumbersAreRefused() {
    SingleLimits limiter = limiter(new ManualClock());
    limiter.acquire(Limits.of(Strategy.TOKEN_BUCKET, 5, Duration.ofDays(1)), "key");

    LimitPolicy other = Limits.of(Strategy.TOKEN_BUCKET, 6, Duration.ofDays(1));
    for (int i = 0; i < 2; i++) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> limiter.acquire(other, "key"))
          .withMessageContaining("another limit has its name and other numbers");
    }
  }

  @Test
  void equalLimitsOfSeveralEndpointsShareTheirCounters() {
    SingleLimits limiter = limiter(new ManualClock());
    limiter.acquire(Limits.of(Strategy.TOKEN_BUCKET, 5, Duration.ofDays(1)), "key");

    LimitPolicy again = Limits.of(Strategy.TOKEN_BUCKET, 5, Duration.ofDays(1));
    assertThat(limiter.acquire(again, "key").remaining()).isEqualTo(3);
  }

  @Test
  void aBucketOfPeriodsThatDoNotDivideIsAtMostOnePercentSlow() {
    LimitPolicy limit = Limits.of(Strategy.TOKEN_BUCKET, 9_950_000, Duration.ofSeconds(1), 1);
    ManualClock clock = new ManualClock();
    SingleLimits limiter = limiter(clock);
    SingleLimits.Call decision = limiter.acquire(limit, "key");

    assertThat(decision.resetNanos()).isEqualTo(101);
  }

  @ParameterizedTest
  @CsvSource({"7, 67108864", "-1, 67108864", "67108865, 67108864"})
  void aTableThatIsTooSmallOrTooLargeIsRefused(int slots, int most) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InProcessRateLimiter.builder().slotsPerLimit(slots))
        .withMessage("slotsPerLimit is %d. Fix: use a number from 8 to %d.", slots, most);
  }

  @Test
  void aLeakyBucketWithoutABurstSpacesCallsEvenly() {
    LimitPolicy limit =
        LimitPolicy.named("even")
            .permits(60, Duration.ofMinutes(1))
            .strategy(Strategy.LEAKY_BUCKET)
            .key(LimitKey.ADDRESS)
            .build();
    ManualClock clock = new ManualClock();
    SingleLimits limiter = limiter(clock);
    assertThat(limiter.acquire(limit, "key").granted()).isTrue();
    clock.advance(Duration.ofMillis(999));
    SingleLimits.Call early = limiter.acquire(limit, "key");
    assertThat(early.granted()).isFalse();
    assertThat(early.retryAfterNanos()).isEqualTo(1_000_000);
    clock.advance(Duration.ofMillis(1));
    assertThat(limiter.acquire(limit, "key").granted()).isTrue();
  }

  /** The share needs 83 bits on its way. */
  @Property(tries = 2_000)
  void theShareOfThePreviousWindowIsExact(
      @ForAll @LongRange(min = 0, max = (1 << 28) - 1) long previous,
      @ForAll @LongRange(min = 0, max = 366L * 24 * 60 * 60 * 1_000_000_000 - 1) long position) {
    LimitPolicy limit = Limits.of(Strategy.SLIDING_WINDOW, (1 << 28) - 1, LONGEST);
    LimitAlgorithm algorithm = StrategyAlgorithms.of(limit);
    long period = LONGEST.toNanos();
    BigInteger[] share =
        BigInteger.valueOf(previous)
            .multiply(BigInteger.valueOf(period - position))
            .divideAndRemainder(BigInteger.valueOf(period));

    // In window 0, so that the word is the count; read in window 1.
    assertThat(algorithm.debt(previous, period + position))
        .isEqualTo(share[0].longValueExact() + share[1].signum());
  }

  @Property(tries = 1_000)
  void aFloorHoldsAtLeastAsMuchAsEitherOfItsWordsAtAnyTime(
      @ForAll Strategy strategy,
      @ForAll @Size(max = 20) List<@LongRange(max = 20_000_000) Long> firstCalls,
      @ForAll @Size(max = 20) List<@LongRange(max = 20_000_000) Long> secondCalls,
      @ForAll @LongRange(min = 20_000_000, max = 50_000_000) long later) {
    LimitAlgorithm algorithm =
        StrategyAlgorithms.of(Limits.of(strategy, 12, Duration.ofMillis(10)));
    long first = wordAfter(firstCalls, algorithm);
    long second = wordAfter(secondCalls, algorithm);

    assertThat(algorithm.debt(algorithm.stricter(first, second), later))
        .isGreaterThanOrEqualTo(algorithm.debt(first, later))
        .isGreaterThanOrEqualTo(algorithm.debt(second, later));
  }

  private static long wordAfter(List<Long> calls, LimitAlgorithm algorithm) {
    long word = 0;
    for (long call : calls.stream().sorted().toList()) {
      word = Math.max(algorithm.charge(word, call), word);
    }
    return word;
  }

  private static SingleLimits limiter(ManualClock clock) {
    return new SingleLimits(
        InProcessRateLimiter.builder().slotsPerLimit(8).nanoClock(clock).build());
  }
}
