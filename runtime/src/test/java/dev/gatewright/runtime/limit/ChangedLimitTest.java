package dev.gatewright.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.Strategy;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangedLimitTest {
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final ManualClock clock = new ManualClock(-77);
  private final InProcessRateLimiter limiter =
      InProcessRateLimiter.builder().slotsPerLimit(8).nanoClock(clock).build();

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void whoIsExhaustedStaysSoUnderTheSameOrTighterNumbers(Strategy strategy) {
    LimitCharge charge = charge(Limits.of(strategy, 5, PERIOD));
    assertThat(take(charge)).isEqualTo(5);

    limiter.change(Limits.of(strategy, 5, PERIOD));
    assertThat(take(charge)).isZero();
    limiter.change(Limits.of(strategy, 2, PERIOD));
    assertThat(take(charge)).isZero();
    limiter.change(Limits.of(strategy, 5, PERIOD.multipliedBy(60)));
    assertThat(take(charge)).isLessThanOrEqualTo(isBucket(strategy) ? 3 : 0);
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void aLooserLimitGrantsTheDifferenceAndSaysSo(Strategy strategy) {
    LimitCharge charge = charge(Limits.of(strategy, 5, PERIOD));
    take(charge);
    LimitPolicy looser = Limits.of(strategy, 8, PERIOD);

    limiter.change(looser);

    assertThat(charge.acquire()).isTrue();
    assertThat(charge.decision(0).limit()).isEqualTo(looser);
    assertThat(charge.decision(0).remaining()).isEqualTo(2);
    assertThat(take(charge)).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void theFloorOfAFloodedSetIsCarriedOver(Strategy strategy) {
    LimitCharge charge = charge(Limits.of(strategy, 2, PERIOD));
    for (int i = 0; i < 100; i++) {
      charge.key(0, "flood " + i);
      take(charge);
    }
    charge.key(0, "newcomer");
    assertThat(charge.peek()).isFalse();

    limiter.change(Limits.of(strategy, 2, PERIOD.multipliedBy(2)));

    assertThat(charge.acquire()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void numbersThatCannotBeKeptAreRefusedAndTheOldOnesStay(Strategy strategy) {
    LimitPolicy limit = Limits.of(strategy, 5, PERIOD);
    LimitCharge charge = charge(limit);
    charge.acquire();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> limiter.change(Limits.of(strategy, 1L << 40, PERIOD)))
        .withMessageContaining("Fix: use at most");
    Strategy other =
        strategy == Strategy.FIXED_WINDOW ? Strategy.SLIDING_WINDOW : Strategy.FIXED_WINDOW;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> limiter.change(Limits.of(other, 5, PERIOD)))
        .withMessageContaining("Fix: change numbers only");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> limiter.change(Limits.global(5, PERIOD)))
        .withMessageContaining("no limit is called #everybody");

    assertThat(take(charge)).isEqualTo(4);
    assertThat(charge.decision(0).limit()).isEqualTo(limit);
  }

  @Test
  void aGlobalLimitCarriesOverWhatEverybodyTook() {
    LimitCharge charge = charge(Limits.global(5, PERIOD));
    clock.advance(PERIOD.multipliedBy(3));
    assertThat(take(charge)).isEqualTo(5);
    charge.giveBack(0); // The last acquire was refused: nothing comes back.

    limiter.change(Limits.global(7, PERIOD));
    assertThat(take(charge)).isEqualTo(2);
    limiter.change(Limits.global(3, PERIOD));
    assertThat(take(charge)).isZero();
    clock.advance(PERIOD);
    assertThat(take(charge)).isEqualTo(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> limiter.change(Limits.global(1 << 30, PERIOD)));
    clock.advance(PERIOD);
    assertThat(take(charge)).isEqualTo(3);
  }

  /** What is left is what the new numbers give, less what was owed under the old ones. */
  @Property(tries = 300)
  void whatIsOwedIsTheSameBeforeAndAfterAChange(
      @ForAll Strategy strategy,
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 40) Integer> calls,
      @ForAll @LongRange(max = 90_000_000_000L) long pause,
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 40) Integer> permits,
      @ForAll @IntRange(min = 1, max = 3) int periods) {
    ManualClock time = new ManualClock();
    InProcessRateLimiter changing =
        InProcessRateLimiter.builder().slotsPerLimit(8).nanoClock(time).build();
    LimitPolicy before = Limits.of(strategy, 20, PERIOD);
    LimitCharge charge = changing.group(List.of(before)).newCharge();
    charge.key(0, "key");
    calls.forEach(
        call -> {
          time.advance(pause / calls.size());
          for (int i = 0; i < call; i++) {
            charge.acquire();
          }
        });
    charge.peek();
    long owed = before.permits() - charge.decision(0).remaining();
    for (int number : permits) {
      LimitPolicy after = Limits.of(strategy, number, PERIOD.multipliedBy(periods));
      if (isBucket(strategy) || !after.period().equals(before.period())) {
        owed = Math.min(owed, number); // A window that goes on forgets nothing.
      }

      changing.change(after);

      charge.peek();
      assertThat(charge.decision(0).remaining()).isEqualTo(Math.max(number - owed, 0));
      before = after;
    }
  }

  /** In any span of time, one change in its midst or not. */
  @Property(tries = 300)
  void aroundAChangeNobodyGetsMoreThanTheLooserNumbersAllow(
      @ForAll Strategy strategy,
      @ForAll @IntRange(min = 1, max = 20) int permitsBefore,
      @ForAll @IntRange(min = 1, max = 20) int permitsAfter,
      @ForAll @IntRange(min = 1, max = 3) int periodsAfter,
      @ForAll @Size(min = 2, max = 60) List<@LongRange(max = 20_000_000_000L) Long> waits,
      @ForAll @IntRange(max = 59) int changeAt) {
    ManualClock time = new ManualClock();
    InProcessRateLimiter changing =
        InProcessRateLimiter.builder().slotsPerLimit(8).nanoClock(time).build();
    LimitCharge charge =
        changing.group(List.of(Limits.of(strategy, permitsBefore, PERIOD))).newCharge();
    charge.key(0, "key");
    long period = PERIOD.toNanos();
    List<Long> granted = new ArrayList<>();
    for (int i = 0; i < waits.size(); i++) {
      if (i == changeAt % waits.size()) {
        changing.change(Limits.of(strategy, permitsAfter, PERIOD.multipliedBy(periodsAfter)));
      }
      time.advance(waits.get(i));
      while (charge.acquire()) {
        granted.add(time.getAsLong());
      }
    }
    long most = Math.max(permitsBefore, permitsAfter);
    long interval =
        Math.min((period - 1) / permitsBefore, (period * periodsAfter - 1) / permitsAfter) + 1;
    for (int first = 0; first < granted.size(); first++) {
      for (int last = first; last < granted.size(); last++) {
        long span = granted.get(last) - granted.get(first);
        long allowed = isBucket(strategy) ? most + span / interval : most * (span / period + 2);
        assertThat(last - first + 1L).isLessThanOrEqualTo(allowed);
      }
    }
  }

  /** Threads that still ask the old counters included. */
  @ParameterizedTest
  @EnumSource(Strategy.class)
  void whileALimitIsLoosenedSixtyFourThreadsGetExactlyTheLooserPermits(Strategy strategy)
      throws Exception {
    for (int round = 0; round < 5; round++) {
      InProcessRateLimiter changing =
          InProcessRateLimiter.builder().slotsPerLimit(1 << 12).nanoClock(clock).build();
      LimitGroup group = changing.group(List.of(Limits.of(strategy, 10_000, Duration.ofHours(1))));
      AtomicLong granted = new AtomicLong();
      Threads.race(
          thread -> {
            LimitCharge charge = group.newCharge();
            charge.key(0, "key");
            for (int i = 0; i < 500; i++) {
              if (thread == 0 && i == 100) {
                changing.change(Limits.of(strategy, 15_000, Duration.ofHours(1)));
              }
              if (charge.acquire()) {
                granted.incrementAndGet();
              }
            }
          });

      // The change may have come when most threads were done: the rest is still there.
      LimitCharge rest = group.newCharge();
      rest.key(0, "key");
      while (rest.acquire()) {
        granted.incrementAndGet();
      }
      assertThat(granted.get()).isEqualTo(15_000);
    }
  }

  @Test
  void whileAGlobalLimitChangesNobodyGetsAPermitTwice() throws Exception {
    LimitGroup group = limiter.group(List.of(Limits.global(10_000, PERIOD)));
    AtomicLong granted = new AtomicLong();
    Threads.race(
        thread -> {
          LimitCharge charge = group.newCharge();
          for (int i = 0; i < 500; i++) {
            if (thread == 0 && i % 100 == 50) {
              limiter.change(Limits.global(10_000 + i, PERIOD));
            }
            if (charge.acquire()) {
              granted.incrementAndGet();
            }
          }
        });

    // A permit that is taken at the moment of a change is lost: of 64 threads, at 5 changes.
    assertThat(granted.get()).isBetween(10_450L - 64 * 5, 10_450L);
  }

  @Test
  void theOldTableIsForgotten() {
    LimitAlgorithm algorithm = StrategyAlgorithms.of(Limits.of(Strategy.TOKEN_BUCKET, 5, PERIOD));
    LimitTable before = new LimitTable(algorithm, 8, Eviction.STRICT);
    LimitTable after = new LimitTable(algorithm, before);
    WeakReference<LimitTable> forgotten = new WeakReference<>(before);
    before = null;
    after.takeOver(1);
    for (int i = 0; i < 100 && forgotten.get() != null; i++) {
      System.gc();
    }

    assertThat(forgotten.get()).isNull();
    assertThat(after.charge(1, 2)).isPositive();
  }

  @Test
  void whatALimitCountsCannotBeChanged() {
    charge(Limits.of(Strategy.TOKEN_BUCKET, 5, PERIOD));
    LimitPolicy other =
        LimitPolicy.named("limit")
            .permits(5, PERIOD)
            .counted(Counted.FAILED_AUTHENTICATIONS)
            .key(LimitKey.ADDRESS)
            .build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> limiter.change(other))
        .withMessageContaining("limit #limit (5 permits per PT1M")
        .withMessageContaining("are part of the program");
  }

  private LimitCharge charge(LimitPolicy limit) {
    LimitCharge charge = limiter.group(List.of(limit)).newCharge();
    charge.key(0, "key");
    return charge;
  }

  private static int take(LimitCharge charge) {
    int granted = 0;
    while (charge.acquire()) {
      granted++;
    }
    return granted;
  }

  private static boolean isBucket(Strategy strategy) {
    return strategy == Strategy.TOKEN_BUCKET || strategy == Strategy.LEAKY_BUCKET;
  }
}
