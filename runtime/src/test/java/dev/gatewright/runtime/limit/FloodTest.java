package dev.gatewright.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.gatewright.Strategy;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FloodTest {
  private static final int SLOTS = 1 << 16;
  private static final int FLOOD = 1_000_000;
  private static final int EXHAUSTED = 200;
  private static final int ROUNDS = 20;

  private final ManualClock clock = new ManualClock();
  private final SingleLimits limiter =
      new SingleLimits(
          InProcessRateLimiter.builder().slotsPerLimit(SLOTS).nanoClock(clock).build());

  /** The flood uses up what it gets, so that sets fill with keys as indebted as the victims. */
  @ParameterizedTest
  @EnumSource(Strategy.class)
  void aKeyThatIsExhaustedStaysExhaustedUnderAFlood(Strategy strategy) {
    LimitPolicy limit = Limits.of(strategy, 2, Duration.ofHours(1));
    for (int i = 0; i < EXHAUSTED; i++) {
      while (limiter.acquire(limit, "victim " + i).granted()) {}
    }

    for (int i = 0; i < FLOOD; i++) {
      String key = "flood " + i;
      limiter.acquire(limit, key);
      limiter.acquire(limit, key);
      clock.advance(1_000);
      if (i % 1_000 == 0) {
        assertThat(limiter.acquire(limit, "victim " + i / 1_000 % EXHAUSTED).granted()).isFalse();
      }
    }

    for (int i = 0; i < EXHAUSTED; i++) {
      assertThat(limiter.acquire(limit, "victim " + i).granted()).as("victim %d", i).isFalse();
    }
  }

  @Test
  void aFloodLeavesRoomForNewcomersAsSoonAsItsDebtIsPaid() {
    LimitPolicy limit = Limits.of(Strategy.TOKEN_BUCKET, 2, Duration.ofSeconds(1));
    for (int i = 0; i < FLOOD / 2; i++) {
      limiter.acquire(limit, "flood " + i);
    }
    assertThat(limiter.acquire(limit, "newcomer").granted()).isFalse();

    clock.advance(Duration.ofSeconds(1));

    assertThat(limiter.acquire(limit, "newcomer").remaining()).isEqualTo(1);
  }

  /** Or one busy key would make its neighbours wait for its debt. */
  @ParameterizedTest
  @EnumSource(Strategy.class)
  void aNewcomerTakesTheSlotWithTheLeastDebt(Strategy strategy) {
    LimitPolicy limit = Limits.of(strategy, 100, Duration.ofHours(1));
    SingleLimits small =
        new SingleLimits(InProcessRateLimiter.builder().slotsPerLimit(8).nanoClock(clock).build());
    while (small.acquire(limit, "busy").granted()) {}

    for (int i = 0; i < 300; i++) {
      assertThat(small.acquire(limit, "newcomer " + i).granted()).as("newcomer %d", i).isTrue();
    }
    assertThat(small.acquire(limit, "busy").granted()).isFalse();
  }

  @Test
  void aSlotTakesAsManyBytesAsTheDocumentationSays() {
    LimitPolicy limit = Limits.of(Strategy.TOKEN_BUCKET, 100, Duration.ofMinutes(1));
    LimitTable table = new LimitTable(StrategyAlgorithms.of(limit), SLOTS, Eviction.STRICT);

    assertThat(SlotSets.BYTES_PER_SLOT).isEqualTo(18);
    assertThat(table.bytes())
        .isEqualTo((long) SLOTS * SlotSets.BYTES_PER_SLOT + SlotSets.BYTES_AROUND);
  }

  /** The heap is measured, and so is everything else that lives meanwhile. */
  @ParameterizedTest
  @EnumSource(Eviction.class)
  void tenMillionKeysLeaveTheHeapAsItWasAndTheExhaustedExhausted(Eviction eviction) {
    LimitPolicy limit = Limits.of(Strategy.TOKEN_BUCKET, 5, Duration.ofHours(1));
    LimitCharge charge =
        InProcessRateLimiter.builder()
            .slotsPerLimit(SLOTS)
            .eviction(eviction)
            .nanoClock(clock)
            .build()
            .group(List.of(limit))
            .newCharge();
    charge.key(0, "victim");
    while (charge.acquire()) {}
    long before = usedHeap();

    int granted = 0;
    for (int i = 0; i < 10_000_000; i++) {
      charge.key(0, Integer.toString(i));
      charge.acquire();
      if (i % 100_000 == 0) {
        clock.advance(1_000_000);
        charge.key(0, "victim");
        granted += charge.acquire() ? 1 : 0;
      }
    }
    long after = usedHeap();

    assertThat(after - before).isLessThan(4 << 20); // Keys in a map would take 670 megabytes.
    charge.key(0, "victim");
    granted += charge.acquire() ? 1 : 0;
    assertThat(charge.acquire()).isFalse();
    // Where it is lenient, one call each time the flood has taken the slot; never five.
    assertThat(granted).isLessThanOrEqualTo(eviction == Eviction.STRICT ? 0 : 101);
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void aCheckAllocatesNothing(Strategy strategy) {
    LimitPolicy limit = Limits.of(strategy, 1_000, Duration.ofMinutes(1));
    String[] keys = new String[1_000];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = "key " + i;
    }
    LimitCharge charge = limiter.limiter().group(List.of(limit)).newCharge();
    allocatedBy(() -> checkAll(charge, keys));

    long checks = allocatedBy(() -> checkAll(charge, keys));

    // Not a byte a check; a little for what the virtual machine itself may do meanwhile.
    assertThat(checks).isLessThan(ROUNDS * keys.length / 10);
  }

  private static void checkAll(LimitCharge charge, String[] keys) {
    for (int i = 0; i < ROUNDS; i++) {
      for (String key : keys) {
        charge.key(0, key);
        charge.acquire();
      }
    }
  }

  private static long allocatedBy(Runnable task) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    task.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static long usedHeap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
