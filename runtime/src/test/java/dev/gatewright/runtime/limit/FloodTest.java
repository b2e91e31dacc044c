package dev.gatewright.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.gatewright.Strategy;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FloodTest {
  private static final int SLOTS = 1 << 16;
  private static final int FLOOD = 1_000_000;
  private static final int EXHAUSTED = 200;
  private static final long DECISION_BYTES = 64;

  private final ManualClock clock = new ManualClock();
  private final InProcessRateLimiter limiter =
      InProcessRateLimiter.builder().slotsPerLimit(SLOTS).nanoClock(clock).build();

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

  @Test
  void aMillionKeysStayWithinTheMemoryOfTheTable() {
    LimitPolicy limit = Limits.of(Strategy.TOKEN_BUCKET, 100, Duration.ofMinutes(1));
    LimitTable table = new LimitTable(LimitAlgorithm.of(limit), SLOTS);
    assertThat(table.bytes()).isEqualTo((long) SLOTS * LimitTable.BYTES_PER_SLOT);

    long before = usedHeap();
    for (int i = 0; i < FLOOD; i++) {
      limiter.acquire(limit, "key " + i);
    }
    long after = usedHeap();

    // A megabyte for what else goes on in this process; a million keys in a map take 67.
    assertThat(after - before).isLessThan(table.bytes() + (1 << 20));
    assertThat(limiter.acquire(limit, "key 0").limit()).isEqualTo(limit);
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void aCheckAllocatesNothingButItsDecision(Strategy strategy) {
    LimitPolicy limit = Limits.of(strategy, 1_000, Duration.ofMinutes(1));
    String[] keys = new String[1_000];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = "key " + i;
    }
    allocatedBy(limit, keys, 20);

    assertThat(allocatedBy(limit, keys, 20)).isLessThanOrEqualTo(20 * 1_000 * DECISION_BYTES);
  }

  private long allocatedBy(LimitPolicy limit, String[] keys, int times) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < times; i++) {
      for (String key : keys) {
        limiter.acquire(limit, key);
      }
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static long usedHeap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
