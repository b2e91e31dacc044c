package dev.gatewright.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.Strategy;
import dev.gatewright.runtime.policy.LimitPolicy;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.ratelimiter.event.RateLimiterEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class GlobalLimitsTest {
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final ManualClock clock = new ManualClock(-10);
  private final SingleLimits limiter =
      new SingleLimits(InProcessRateLimiter.builder().nanoClock(clock).build());

  @Test
  void countsEverybodyTogetherWindowByWindow() {
    LimitPolicy limit = Limits.global(2, PERIOD);
    clock.advance(Duration.ofSeconds(100));
    assertThat(limiter.acquire(limit, "one").remaining()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(20));
    SingleLimits.Call last = limiter.acquire(limit, "two");
    assertThat(last.remaining()).isZero();
    assertThat(last.resetNanos()).isEqualTo(Duration.ofSeconds(40).toNanos());

    SingleLimits.Call refused = limiter.acquire(limit, "three");
    assertThat(refused.granted()).isFalse();
    assertThat(refused.retryAfterNanos()).isEqualTo(Duration.ofSeconds(40).toNanos());
    clock.advance(refused.retryAfterNanos() - 1);
    assertThat(limiter.acquire(limit, "three").granted()).isFalse();
    clock.advance(1);
    assertThat(limiter.acquire(limit, "three").granted()).isTrue();
  }

  @Test
  void aCallMayCostSeveralPermits() {
    LimitPolicy limit = costly(5);

    assertThat(limiter.acquire(limit, "").remaining()).isEqualTo(3);
    assertThat(limiter.acquire(limit, "").remaining()).isEqualTo(1);
    SingleLimits.Call refused = limiter.acquire(limit, "");
    assertThat(refused.granted()).isFalse();
    assertThat(refused.remaining()).isEqualTo(1);
  }

  @Test
  void sixtyFourThreadsGetExactlyThePermits() throws Exception {
    LimitPolicy limit = Limits.global(5_000, PERIOD);
    AtomicLong granted = new AtomicLong();

    Threads.race(
        thread -> {
          for (int i = 0; i < 200; i++) {
            if (limiter.acquire(limit, "thread " + thread).granted()) {
              granted.incrementAndGet();
            }
          }
        });

    assertThat(granted.get()).isEqualTo(5_000);
  }

  @Test
  void aClockThatIsSetBackGrantsNothingAndTakesNothing() {
    LimitPolicy limit = Limits.global(3, PERIOD);
    clock.advance(Duration.ofHours(2));
    limiter.acquire(limit, "");

    clock.advance(Duration.ofHours(-1));
    assertThat(limiter.acquire(limit, "").remaining()).isEqualTo(1);
    clock.advance(Duration.ofHours(1));
    assertThat(limiter.acquire(limit, "").remaining()).isZero();
    assertThat(limiter.acquire(limit, "").granted()).isFalse();
  }

  @Test
  void theRegistryHoldsTheLimiterThatCounts() {
    LimitPolicy limit = Limits.global(1, PERIOD);
    limiter.prepare(limit);
    var counting = limiter.globalLimits().find(limit.id()).orElseThrow();
    List<RateLimiterEvent.Type> events = new ArrayList<>();
    counting.getEventPublisher().onEvent(event -> events.add(event.getEventType()));

    limiter.acquire(limit, "");
    limiter.acquire(limit, "");

    assertThat(events)
        .containsExactly(
            RateLimiterEvent.Type.SUCCESSFUL_ACQUIRE, RateLimiterEvent.Type.FAILED_ACQUIRE);
    assertThat(limiter.globalLimits().getAllRateLimiters()).containsExactly(counting);
  }

  @Test
  void whatIsGivenBackCanBeTakenAgainInTheSameWindow() {
    LimitPolicy limit = Limits.global(1, PERIOD);
    clock.advance(PERIOD.multipliedBy(7));

    limiter.giveBack(limiter.acquire(limit, ""), "");

    assertThat(limiter.acquire(limit, "").remaining()).isZero();
    assertThat(limiter.acquire(limit, "").granted()).isFalse();
  }

  @Test
  void aCallOfAnEarlierWindowGivesNothingToThisOne() {
    LimitPolicy limit = Limits.global(1, PERIOD);
    SingleLimits.Call earlier = limiter.acquire(limit, "");
    clock.advance(PERIOD);
    limiter.acquire(limit, "");

    limiter.giveBack(earlier, "");

    assertThat(limiter.acquire(limit, "").granted()).isFalse();
    clock.advance(PERIOD);
    assertThat(limiter.acquire(limit, "").granted()).isTrue();
    assertThat(limiter.acquire(limit, "").granted()).isFalse();
  }

  @Test
  void whoTakesTheLastPermitIsToldWhenTheNextComes() {
    LimitPolicy limit = Limits.global(2, PERIOD);
    assertThat(limiter.acquire(limit, "").retryAfterNanos()).isZero();
    clock.advance(Duration.ofSeconds(20));

    assertThat(limiter.acquire(limit, "").retryAfterNanos())
        .isEqualTo(Duration.ofSeconds(40).toNanos());
  }

  @Test
  void aLookAtTheLastPermitGrantsIt() {
    LimitCharge charge = charge(Limits.global(1, PERIOD));

    assertThat(charge.peek()).isTrue();
    assertThat(charge.acquire()).isTrue();
    assertThat(charge.peek()).isFalse();
  }

  @Test
  void windowsBeginWithTheLimitAndNotWithTheLimiter() {
    LimitPolicy limit = Limits.global(1, PERIOD);
    clock.advance(Duration.ofSeconds(30));
    SingleLimits.Call call = limiter.acquire(limit, "");
    clock.advance(Duration.ofSeconds(40));

    limiter.giveBack(call, "");

    assertThat(limiter.acquire(limit, "").granted()).isTrue();
  }

  @Test
  void ofSeveralPermitsThatAreGivenBackEachCallTakesItsOwn() {
    LimitCharge charge = charge(costly(6));
    for (int i = 0; i < 3; i++) {
      LimitCharge other = charge(costly(6));
      other.acquire();
      other.giveBack(0);
    }
    assertThat(charge.acquire()).isTrue();
    LimitCharge second = charge(costly(6));
    second.acquire();
    charge.giveBack(0);
    second.giveBack(0);

    charge.peek();
    assertThat(charge.decision(0).remaining()).isEqualTo(6);
  }

  @Test
  void aCreditIsOfWholeCallsAndNeverMoreThanWasTaken() {
    LimitCharge charge = charge(costly(6));
    charge.acquire();
    charge.acquire();

    charge.credit(0, 3);
    charge.peek();
    assertThat(charge.decision(0).remaining()).isEqualTo(4);
    charge.credit(0, 100);
    charge.peek();
    assertThat(charge.decision(0).remaining()).isEqualTo(6);
  }

  @Test
  void whatWasGivenBackIsNotCarriedOverAsTaken() {
    LimitCharge charge = charge(Limits.global(5, PERIOD));
    charge.acquire();
    charge.acquire();
    charge.giveBack(0);

    limiter.limiter().change(Limits.global(7, PERIOD));

    charge.peek();
    assertThat(charge.decision(0).remaining()).isEqualTo(6);
  }

  @Test
  void aCounterWhosePlaceIsTakenSaysSo() {
    LimitPolicy limit = Limits.global(5, PERIOD);
    MonotonicTime time = new MonotonicTime(clock);
    RateLimiterRegistry registry = RateLimiterRegistry.ofDefaults();
    GlobalCounter before = new GlobalCounter(limit, time, registry);
    before.charge(0, 0);

    GlobalCounter after = new GlobalCounter(limit, time, registry, before);

    clock.advance(PERIOD);
    assertThat(before.peek(0, time.nanos())).isEqualTo(LimitCounter.MOVED);
    assertThat(before.charge(0, time.nanos())).isEqualTo(LimitCounter.MOVED);
    assertThat(before.credit(0, 1, time.nanos())).isFalse();
    assertThat(after.peek(0, time.nanos())).isEqualTo(5);
  }

  @Test
  void asManyPermitsAsResilience4jCanSumAreKept() {
    LimitPolicy limit = Limits.global((1 << 30) - 1, PERIOD);

    assertThat(limiter.acquire(limit, "").remaining()).isEqualTo((1 << 30) - 2);
  }

  @Test
  void otherGlobalLimitsCountEverybodyTogetherToo() {
    for (Strategy strategy : Strategy.values()) {
      LimitPolicy limit =
          LimitPolicy.named(strategy.name())
              .permits(2, PERIOD)
              .strategy(strategy)
              .burst(strategy.isWindow() ? 0 : 2)
              .key(LimitKey.GLOBAL)
              .counted(Counted.FAILED_AUTHENTICATIONS)
              .build();
      limiter.acquire(limit, "one");
      SingleLimits.Call second = limiter.acquire(limit, "two");
      assertThat(limiter.acquire(limit, "three").granted()).isFalse();

      limiter.giveBack(second, "two");

      assertThat(limiter.acquire(limit, "four").granted()).isTrue();
      assertThat(limiter.acquire(limit, "five").granted()).isFalse();
    }
    assertThat(limiter.globalLimits().getAllRateLimiters()).isEmpty();
  }

  @Test
  void aLimitThatCannotBeKeptIsRefused() {
    refused(() -> Limits.global(1 << 30, PERIOD), "use at most 1073741823 permits");
    refused(() -> Limits.global(1, Duration.ofDays(367)), "use a shorter period");
    refused(() -> global(Counted.EVERY_CALL, 10), "leave the burst out");
    limiter.prepare(Limits.global(5, PERIOD));
    refused(() -> Limits.global(6, PERIOD), "rename one of the two");
  }

  private LimitCharge charge(LimitPolicy limit) {
    return limiter.limiter().group(List.of(limit)).newCharge();
  }

  private static LimitPolicy costly(long permits) {
    return LimitPolicy.named("costly")
        .permits(permits, PERIOD)
        .strategy(Strategy.FIXED_WINDOW)
        .key(LimitKey.GLOBAL)
        .cost(2)
        .build();
  }

  private static LimitPolicy global(Counted counted, long burst) {
    return LimitPolicy.named("everybody")
        .permits(9, PERIOD)
        .strategy(Strategy.FIXED_WINDOW)
        .key(LimitKey.GLOBAL)
        .counted(counted)
        .burst(burst)
        .build();
  }

  private void refused(Supplier<LimitPolicy> limit, String fix) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> limiter.prepare(limit.get()))
        .withMessageContaining("limit #everybody (")
        .withMessageContaining("Fix: " + fix);
  }
}
