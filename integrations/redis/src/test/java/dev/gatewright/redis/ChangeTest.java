package dev.gatewright.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.Strategy;
import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitGroup;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Limits whose numbers change while they are in use, and clocks that are set back. */
class ChangeTest {
  private static final Duration[] PERIODS = {
    Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(1), Duration.ofDays(1)
  };

  private static ClockedRedis redis;

  @BeforeContainer
  static void start() {
    redis = new ClockedRedis();
  }

  @AfterContainer
  static void stop() {
    redis.close();
  }

  /** Whatever the numbers before and after: what was taken stays taken, to the permit. */
  @Property(tries = 150)
  void whatIsOwedIsCarriedOverInPermits(
      @ForAll Strategy strategy,
      @ForAll @IntRange(min = 1, max = 20) int permits,
      @ForAll @IntRange(min = 1, max = 20) int changedPermits,
      @ForAll @IntRange(max = 3) int period,
      @ForAll @IntRange(max = 3) int changedPeriod,
      @ForAll @IntRange(max = 25) int calls,
      @ForAll @IntRange(max = 999_999) int pause) {
    redis.startAnew();
    redis.advance(pause);
    LimitGroup group = redis.group(limit(strategy, permits, PERIODS[period]));
    LimitCharge charge = group.newCharge();
    charge.key(0, "alice");
    for (int i = 0; i < calls; i++) {
      charge.acquire();
    }
    redis.change(limit(strategy, changedPermits, PERIODS[changedPeriod]));
    long left = Math.max(changedPermits - Math.min(calls, permits), 0);
    assertThat(charge.peek()).isEqualTo(left > 0);
    assertThat(charge.decision(0).remaining()).isEqualTo(left);
    assertThat(charge.decision(0).limit().permits()).isEqualTo(changedPermits);
  }

  @Example
  void whoIsExhaustedPaysAtTheNewRateFromTheNextCallOn() {
    redis.startAnew();
    LimitGroup group = redis.group(limit(Strategy.TOKEN_BUCKET, 6, Duration.ofMinutes(1)));
    exhaust(group, 6);
    redis.change(limit(Strategy.TOKEN_BUCKET, 6, Duration.ofHours(1)));
    assertThat(granted(group)).isFalse();
    redis.advance(599_999_999);
    assertThat(granted(group)).isFalse();
    redis.advance(1);
    assertThat(granted(group)).isTrue();
    assertThat(granted(group)).isFalse();
  }

  @Example
  void anotherStrategyOrAnUnknownLimitIsNoChange() {
    redis.startAnew();
    LimitPolicy bucket = limit(Strategy.TOKEN_BUCKET, 6, Duration.ofMinutes(1));
    assertThatThrownBy(() -> redis.change(bucket))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no limit is called #l. Fix:");
    redis.group(bucket);
    assertThatThrownBy(() -> redis.change(limit(Strategy.FIXED_WINDOW, 6, Duration.ofMinutes(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("part of the program. Fix: change numbers only.");
  }

  /** As when an older replica takes over, or somebody sets the server's clock. */
  @Property(tries = 60)
  void aClockThatIsSetBackGrantsNothingAndRefusesNobodyForLong(
      @ForAll Strategy strategy,
      @ForAll @IntRange(min = 1, max = 20) int permits,
      @ForAll @IntRange(min = 1, max = 1_000_000_000) int back) {
    redis.startAnew();
    redis.advance(2_000_000_000);
    LimitGroup group = redis.group(limit(strategy, permits, Duration.ofSeconds(10)));
    exhaust(group, permits);
    redis.advance(-back);
    assertThat(granted(group)).as("exhausted before, exhausted after").isFalse();
    // Not as long as the clock was set back, but as the limit itself takes.
    redis.advance(20_000_000);
    assertThat(granted(group)).isTrue();
  }

  /** It then owes all it holds, and the 50 milliseconds by which instances may differ on that. */
  @Example
  void aBucketWhoseClockWasSetBackGrantsAgainOncePermitsHaveComeBack() {
    redis.startAnew();
    redis.advance(3_600_000_000L);
    LimitGroup group = redis.group(limit(Strategy.TOKEN_BUCKET, 10, Duration.ofSeconds(10)));
    exhaust(group, 10);
    redis.advance(-1_800_000_000L);
    assertThat(granted(group)).isFalse();
    redis.advance(1_050_000);
    assertThat(granted(group)).isFalse();
    redis.advance(1);
    assertThat(granted(group)).isTrue();
    assertThat(granted(group)).isFalse();
  }

  private static void exhaust(LimitGroup group, int permits) {
    for (int i = 0; i < permits; i++) {
      assertThat(granted(group)).isTrue();
    }
  }

  private static boolean granted(LimitGroup group) {
    return ClockedRedis.call(group, "alice").decision(0).granted();
  }

  private static LimitPolicy limit(Strategy strategy, long permits, Duration period) {
    return LimitPolicy.named("l")
        .permits(permits, period)
        .strategy(strategy)
        .burst(strategy.isWindow() ? 0 : permits)
        .build();
  }
}
