package dev.gatewright.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Strategy;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The few instructions in which a slot changes hands, met on purpose. One set of eight slots. */
class SlotRaceTest {
  private static final long NOW = 1_000;

  private final ExecutorService other = Executors.newSingleThreadExecutor();

  @AfterEach
  void stop() {
    other.shutdownNow();
  }

  /** Between reading a word and charging it, the slot goes to a key whose word is the same. */
  @ParameterizedTest
  @EnumSource(Strategy.class)
  void aKeyWhoseSlotIsTakenWhileItIsChargedIsChargedAllTheSame(Strategy strategy) {
    Interrupted algorithm = new Interrupted(limit(strategy, 2));
    LimitTable table = new LimitTable(algorithm, SlotSets.SLOTS_PER_SET, Eviction.STRICT);
    table.charge(1, NOW);
    for (int key = 2; key <= SlotSets.SLOTS_PER_SET; key++) {
      table.charge(key, NOW);
      table.charge(key, NOW);
    }

    algorithm.beforeNextCharge = () -> table.charge(100, NOW);
    table.charge(1, NOW);

    assertThat(table.charge(1, NOW) >= 0).as("a third call of two").isFalse();
  }

  @Test
  void theOldOwnerOfASlotNeverUsesTheNextOwnersPermits() throws Exception {
    LimitAlgorithm algorithm = StrategyAlgorithms.of(limit(Strategy.TOKEN_BUCKET, 2));
    CyclicBarrier start = new CyclicBarrier(2);
    for (int round = 0; round < 4_000; round++) {
      LimitTable table = new LimitTable(algorithm, SlotSets.SLOTS_PER_SET, Eviction.STRICT);
      for (int key = 1; key <= SlotSets.SLOTS_PER_SET; key++) {
        table.charge(key, NOW);
        table.charge(key, NOW);
      }
      AtomicBoolean taken = new AtomicBoolean();
      Future<?> newcomer =
          other.submit(
              () -> {
                start.await();
                table.charge(1 + SlotSets.SLOTS_PER_SET, NOW);
                taken.set(true);
                return null;
              });
      start.await();
      while (!taken.get()) {
        // All slots owe the same: the one where both are looked for first is taken.
        assertThat(table.charge(1, NOW) >= 0).isFalse();
      }
      newcomer.get();
    }
  }

  /** Between not finding a key and taking a slot for it, another thread takes one for it. */
  @ParameterizedTest
  @EnumSource(Strategy.class)
  void theFirstCallsOfANewKeyShareOneSlot(Strategy strategy) {
    Interrupted algorithm = new Interrupted(limit(strategy, 2));
    LimitTable table = new LimitTable(algorithm, SlotSets.SLOTS_PER_SET, Eviction.STRICT);

    algorithm.beforeNextCharge = () -> table.charge(1, NOW);
    table.charge(1, NOW);

    assertThat(table.charge(1, NOW) >= 0).as("a third call of two").isFalse();
  }

  private static LimitPolicy limit(Strategy strategy, long permits) {
    return Limits.of(strategy, permits, Duration.ofHours(1));
  }

  /** An algorithm that lets something else happen in the middle. */
  private static final class Interrupted implements LimitAlgorithm {
    private final LimitAlgorithm algorithm;
    private @Nullable Runnable beforeNextCharge;

    Interrupted(LimitPolicy limit) {
      algorithm = StrategyAlgorithms.of(limit);
    }

    @Override
    public long charge(long word, long now) {
      Runnable before = beforeNextCharge;
      beforeNextCharge = null;
      if (before != null) {
        before.run();
      }
      return algorithm.charge(word, now);
    }

    @Override
    public long stricter(long one, long other) {
      return algorithm.stricter(one, other);
    }

    @Override
    public long credit(long word, long permits, long now) {
      return algorithm.credit(word, permits, now);
    }

    @Override
    public long giveBack(long word, long charged, long now) {
      return algorithm.giveBack(word, charged, now);
    }

    @Override
    public long debt(long word, long now) {
      return algorithm.debt(word, now);
    }

    @Override
    public long oneCallLeft(long now) {
      return algorithm.oneCallLeft(now);
    }

    @Override
    public long adopt(long word, LimitAlgorithm before, long now) {
      return algorithm.adopt(word, before, now);
    }

    @Override
    public LimitDecision granted(long word, long now) {
      return algorithm.granted(word, now);
    }

    @Override
    public LimitDecision refused(long word, long now) {
      return algorithm.refused(word, now);
    }
  }
}
