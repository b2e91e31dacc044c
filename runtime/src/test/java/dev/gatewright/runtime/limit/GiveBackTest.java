package dev.gatewright.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Strategy;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GiveBackTest {
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final ManualClock clock = new ManualClock();
  private final SingleLimits limiter =
      new SingleLimits(InProcessRateLimiter.builder().slotsPerLimit(8).nanoClock(clock).build());

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void whatIsGivenBackCanBeTakenAgain(Strategy strategy) {
    LimitPolicy limit = Limits.of(strategy, 4, PERIOD, 2);
    limiter.acquire(limit, "key");
    SingleLimits.Call last = limiter.acquire(limit, "key");
    assertThat(limiter.acquire(limit, "key").granted()).isFalse();

    limiter.giveBack(last, "key");

    assertThat(limiter.acquire(limit, "key").granted()).isTrue();
    assertThat(limiter.acquire(limit, "key").granted()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void neverIsMoreLeftThanTheBurst(Strategy strategy) {
    LimitPolicy limit = Limits.of(strategy, 4, PERIOD);
    SingleLimits.Call granted = limiter.acquire(limit, "key");
    for (int i = 0; i < 10; i++) {
      limiter.giveBack(granted, "key");
    }

    assertThat(limiter.acquire(limit, "key").remaining()).isEqualTo(3);
  }

  @Test
  void aCallOfAnEarlierFixedWindowGivesNothingToThisOne() {
    LimitPolicy limit = Limits.of(Strategy.FIXED_WINDOW, 2, PERIOD);
    SingleLimits.Call earlier = limiter.acquire(limit, "key");
    clock.advance(PERIOD);
    limiter.acquire(limit, "key");
    limiter.acquire(limit, "key");

    limiter.giveBack(earlier, "key");

    assertThat(limiter.acquire(limit, "key").granted()).isFalse();
  }

  @Test
  void aCallOfThePreviousSlidingWindowComesBackAtThatWindowsWeight() {
    LimitPolicy limit = Limits.of(Strategy.SLIDING_WINDOW, 4, PERIOD);
    SingleLimits.Call earlier = limiter.acquire(limit, "key");
    limiter.acquire(limit, "key");
    clock.advance(PERIOD.plus(PERIOD.dividedBy(2)));
    assertThat(limiter.acquire(limit, "key").remaining()).isEqualTo(2); // 4 - 1 - 2 / 2

    limiter.giveBack(earlier, "key");

    assertThat(limiter.acquire(limit, "key").remaining()).isEqualTo(1); // 4 - 2 - ⌈1 / 2⌉
    clock.advance(PERIOD);
    limiter.giveBack(earlier, "key");
    assertThat(limiter.acquire(limit, "key").remaining()).isEqualTo(2); // 4 - 1 - 2 / 2
  }

  @ParameterizedTest
  @EnumSource(names = {"TOKEN_BUCKET", "LEAKY_BUCKET"})
  void aCallThatABucketHasDrainedGivesNothingBack(Strategy strategy) {
    LimitPolicy limit = Limits.of(strategy, 4, PERIOD);
    List<SingleLimits.Call> drained = take(limit, 4);
    clock.advance(PERIOD);
    take(limit, 4);

    drained.forEach(call -> limiter.giveBack(call, "key"));

    assertThat(limiter.acquire(limit, "key").granted()).isFalse();
  }

  /** However long calls are held before they are given back, there are no more than the burst. */
  @Property
  void whatIsHeldAndGivenBackGrantsNoMoreThanTheBurst(
      @ForAll("buckets") Strategy strategy,
      @ForAll @IntRange(min = 1, max = 8) int held,
      @ForAll @LongRange(max = 120_000) long millis,
      @ForAll boolean lastFirst) {
    ManualClock time = new ManualClock();
    SingleLimits limits =
        new SingleLimits(InProcessRateLimiter.builder().slotsPerLimit(8).nanoClock(time).build());
    LimitPolicy limit = Limits.of(strategy, 8, PERIOD);
    List<SingleLimits.Call> calls = new ArrayList<>();
    for (int i = 0; i < held; i++) {
      calls.add(lastFirst ? 0 : calls.size(), limits.acquire(limit, "key"));
    }
    time.advance(Duration.ofMillis(millis));
    int granted = takeAll(limits, limit);

    calls.forEach(call -> limits.giveBack(call, "key"));
    granted += takeAll(limits, limit);

    assertThat(granted).isEqualTo(8);
  }

  @Provide
  Arbitrary<Strategy> buckets() {
    return Arbitraries.of(Strategy.TOKEN_BUCKET, Strategy.LEAKY_BUCKET);
  }

  private static int takeAll(SingleLimits limits, LimitPolicy limit) {
    int granted = 0;
    while (limits.acquire(limit, "key").granted()) {
      granted++;
    }
    return granted;
  }

  private List<SingleLimits.Call> take(LimitPolicy limit, int calls) {
    List<SingleLimits.Call> taken = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      taken.add(limiter.acquire(limit, "key"));
    }
    assertThat(taken).allMatch(SingleLimits.Call::granted);
    return taken;
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void aRefusedCallGivesNothingBack(Strategy strategy) {
    LimitPolicy limit = Limits.of(strategy, 1, PERIOD);
    limiter.acquire(limit, "key");
    SingleLimits.Call refused = limiter.acquire(limit, "key");

    limiter.giveBack(refused, "key");

    assertThat(limiter.acquire(limit, "key").granted()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void aKeyThatLostItsSlotGivesNothingToTheNextOwner(Strategy strategy) {
    LimitPolicy limit = Limits.of(strategy, 2, PERIOD);
    SingleLimits.Call granted = limiter.acquire(limit, "evicted");
    for (int i = 0; i < 8; i++) {
      limiter.acquire(limit, "other " + i);
      limiter.acquire(limit, "other " + i);
    }

    limiter.giveBack(granted, "evicted");

    for (int i = 0; i < 8; i++) {
      assertThat(limiter.acquire(limit, "other " + i).granted()).isFalse();
    }
  }
}
