package dev.gatewright.runtime.limit;

import dev.gatewright.Strategy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/**
 * What threads may see of a table. While there is a slot for every key, it is linearizable: all
 * happens as if one after the other. While slots change hands it is not, on purpose: a call that
 * meets the change may pay twice, or be refused though there was a permit. What holds then is that
 * it never pays not at all: no key gets more than its permits.
 */
class LimitTableLincheckTest {

  private static LimitTable table(long permits) {
    return new LimitTable(
        StrategyAlgorithms.of(Limits.of(Strategy.TOKEN_BUCKET, permits, Duration.ofHours(1))),
        SlotSets.SLOTS_PER_SET,
        Eviction.STRICT);
  }

  /** Three keys for eight slots, two permits each. */
  @Param(name = "key", gen = IntGen.class, conf = "1:3")
  public static class WithRoom {
    private final LimitTable table = table(2);

    @Operation
    public long charge(@Param(name = "key") int key) {
      return table.charge(key, 0);
    }

    @Operation
    public long peek(@Param(name = "key") int key) {
      return table.peek(key, 0);
    }

    @Operation
    public void giveBack(@Param(name = "key") int key) {
      table.giveBack(key, Long.MAX_VALUE, 0, 0); // Of a call that has not drained.
    }

    @Operation
    public void credit(@Param(name = "key") int key) {
      table.credit(key, 1, 0);
    }
  }

  /** Ten keys for eight slots, two permits each: seven keys have none left, and one has one. */
  @Param(name = "key", gen = IntGen.class, conf = "8:10")
  public static class WithoutRoom {
    private final LimitTable table = table(2);
    private final AtomicIntegerArray granted = new AtomicIntegerArray(11);

    public WithoutRoom() {
      for (int key = 1; key < 8; key++) {
        table.charge(key, 0);
        table.charge(key, 0);
      }
      charge(8);
    }

    @Operation
    public void charge(@Param(name = "key") int key) {
      if (table.charge(key, 0) >= 0) {
        granted.incrementAndGet(key);
      }
    }

    @Validate
    public void noKeyHasMoreThanItsPermits() {
      for (int key = 8; key <= 10; key++) {
        if (granted.get(key) > 2) {
          throw new AssertionError("key " + key + " has " + granted.get(key));
        }
      }
    }
  }

  @Test
  void withASlotForEveryKeyATableIsLinearizable() {
    new ModelCheckingOptions()
        .iterations(3)
        .invocationsPerIteration(100)
        .threads(2)
        .actorsBefore(0)
        .actorsPerThread(3)
        .actorsAfter(1)
        .check(WithRoom.class);
  }

  @Test
  void withASlotForEveryKeyATableIsLinearizableUnderStress() {
    stress().check(WithRoom.class);
  }

  /** {@link SlotRaceTest} meets the same moments on purpose; this one looks for others. */
  @Test
  void whileSlotsChangeHandsNoKeyGetsMoreThanItsPermits() {
    stress().check(WithoutRoom.class);
  }

  private static StressOptions stress() {
    return new StressOptions()
        .iterations(10)
        .invocationsPerIteration(1_000)
        .threads(3)
        .actorsBefore(1)
        .actorsPerThread(3)
        .actorsAfter(1);
  }
}
