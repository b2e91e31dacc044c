package dev.gatewright.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Strategy;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One charge that is used again and again; of one limit, and of several. */
class LimitChargeTest {
  private static final Duration PERIOD = Duration.ofHours(1);

  private final ManualClock clock = new ManualClock();

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void eachCallCanBeGivenBackAndOnlyOnce(int limits) {
    LimitCharge charge = charge(limits);
    charge.acquire();
    for (int call = 0; call < 3; call++) {
      assertThat(charge.acquire()).isTrue();
      charge.giveBack(limits - 1);
      charge.giveBack(limits - 1);
    }

    charge.peek();
    assertThat(charge.decision(limits - 1).remaining()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void afterALookNothingIsGivenBack(int limits) {
    LimitCharge charge = charge(limits);
    charge.acquire();
    charge.peek();

    charge.giveBack(0);

    charge.peek();
    assertThat(charge.decision(0).remaining()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void afterARefusalNothingIsGivenBackOfTheCallBefore(int limits) {
    LimitCharge charge = charge(limits);
    while (charge.acquire()) {
      assertThat(charge.decision(0).granted()).isTrue();
    }

    charge.giveBack(0);

    assertThat(charge.peek()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void eachKeyHasItsOwnPermits(int limits) {
    LimitCharge charge = charge(limits);
    charge.acquire();

    charge.key(limits - 1, "another");

    charge.peek();
    assertThat(charge.decision(limits - 1).remaining()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void whileALimitChangesACallWaitsForTheNewNumbers(int limits) throws Exception {
    Changing changing = new Changing();
    LimitCharge charge = changing.charge(limits);

    CompletableFuture<Void> change = changing.soon();
    assertThat(charge.peek()).isTrue();
    change.get(10, TimeUnit.SECONDS);
    assertThat(charge.decision(limits - 1).remaining()).isEqualTo(4);

    changing = new Changing();
    charge = changing.charge(limits);
    change = changing.soon();
    assertThat(charge.acquire()).isTrue();
    change.get(10, TimeUnit.SECONDS);
    assertThat(charge.decision(limits - 1).remaining()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void whileALimitChangesACreditWaitsForTheNewNumbers(int limits) throws Exception {
    Changing changing = new Changing();
    LimitCharge charge = changing.charge(limits);
    changing.after.charge(changing.fingerprint.of("key"), 0);
    changing.after.charge(changing.fingerprint.of("key"), 0);

    CompletableFuture<Void> change = changing.soon();
    charge.credit(limits - 1, 1);

    change.get(10, TimeUnit.SECONDS);
    charge.peek();
    assertThat(charge.decision(limits - 1).remaining()).isEqualTo(3);
  }

  private LimitCharge charge(int limits) {
    List<LimitPolicy> group = new ArrayList<>();
    for (int i = 0; i < limits; i++) {
      group.add(LimitPolicy.named("limit " + i).permits(4, PERIOD).build());
    }
    LimitCharge charge =
        InProcessRateLimiter.builder()
            .slotsPerLimit(8)
            .nanoClock(clock)
            .build()
            .group(group)
            .newCharge();
    for (int i = 0; i < limits; i++) {
      charge.key(i, "key");
    }
    return charge;
  }

  /** The last of some limits, at the moment at which its table has moved and nobody is told yet. */
  private final class Changing {
    private final KeyFingerprint fingerprint = KeyFingerprint.random();
    private final MonotonicTime time = new MonotonicTime(clock);
    private final LimitPolicy limit = Limits.of(Strategy.FIXED_WINDOW, 4, PERIOD);
    private final LimitTable after;
    private final CurrentCounter current;

    Changing() {
      LimitAlgorithm algorithm = StrategyAlgorithms.of(limit);
      LimitTable before = new LimitTable(algorithm, 8, Eviction.STRICT);
      after = new LimitTable(algorithm, before);
      after.takeOver(0);
      current = new CurrentCounter(limit, before);
    }

    LimitCharge charge(int limits) {
      List<CurrentCounter> counters = new ArrayList<>();
      for (int i = 1; i < limits; i++) {
        LimitTable other = new LimitTable(StrategyAlgorithms.of(limit), 8, Eviction.STRICT);
        counters.add(new CurrentCounter(limit, other));
      }
      counters.add(current);
      LimitCharge charge =
          new InProcessRateLimiter.InProcessGroup(
                  List.of(), counters.toArray(CurrentCounter[]::new), fingerprint, time)
              .newCharge();
      for (int i = 0; i < limits; i++) {
        charge.key(i, "key");
      }
      return charge;
    }

    /** Tells of the new table, once somebody is likely to wait for it. */
    CompletableFuture<Void> soon() {
      return CompletableFuture.runAsync(
          () -> current.become(limit, after),
          CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));
    }
  }
}
