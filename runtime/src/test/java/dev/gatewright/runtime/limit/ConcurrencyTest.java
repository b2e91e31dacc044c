package dev.gatewright.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Strategy;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConcurrencyTest {
  private static final Duration PERIOD = Duration.ofHours(1);

  private final ManualClock clock = new ManualClock();

  @ParameterizedTest
  @CsvSource({
    "TOKEN_BUCKET, 1", "LEAKY_BUCKET, 1", "FIXED_WINDOW, 1", "SLIDING_WINDOW, 1",
    "TOKEN_BUCKET, 7", "LEAKY_BUCKET, 7", "FIXED_WINDOW, 7", "SLIDING_WINDOW, 7"
  })
  void sixtyFourThreadsGetExactlyThePermits(Strategy strategy, long cost) throws Exception {
    LimitPolicy limit = Limits.of(strategy, 20_000, PERIOD, cost);
    SingleLimits limiter = limiter(1_024);
    AtomicLong granted = new AtomicLong();

    Threads.race(
        thread -> {
          for (int i = 0; i < 1_000; i++) {
            if (limiter.acquire(limit, "key").granted()) {
              granted.incrementAndGet();
            }
          }
        });

    assertThat(granted.get()).isEqualTo(20_000 / cost);
  }

  @ParameterizedTest
  @CsvSource({
    "TOKEN_BUCKET, 1", "LEAKY_BUCKET, 1", "FIXED_WINDOW, 1", "SLIDING_WINDOW, 1",
    "TOKEN_BUCKET, 3", "LEAKY_BUCKET, 3", "FIXED_WINDOW, 3", "SLIDING_WINDOW, 3"
  })
  void neverAreMorePermitsOutThanThereAreWhileOthersComeBack(Strategy strategy, long cost)
      throws Exception {
    long permits = 40;
    LimitPolicy limit = Limits.of(strategy, permits, PERIOD, cost);
    SingleLimits limiter = limiter(1_024);
    AtomicLong out = new AtomicLong();
    AtomicLong most = new AtomicLong();

    Threads.race(
        thread -> {
          for (int i = 0; i < 2_000; i++) {
            SingleLimits.Call decision = limiter.acquire(limit, "key");
            if (decision.granted()) {
              most.accumulateAndGet(out.addAndGet(cost), Math::max);
              if (i % 8 == 0) {
                LockSupport.parkNanos(1_000);
              }
              out.addAndGet(-cost);
              limiter.giveBack(decision, "key");
            }
          }
        });

    assertThat(most.get()).isBetween(cost, permits);
    assertThat(drain(limiter, limit, "key")).as("all came back").isEqualTo(permits / cost);
  }

  /** Eight slots for 64 keys: slots change hands while others charge and give back. */
  @ParameterizedTest
  @EnumSource(Strategy.class)
  void noKeyGetsMoreThanItsPermitsWhileSlotsChangeHands(Strategy strategy) throws Exception {
    int permits = 400;
    int keys = 24;
    LimitPolicy limit = Limits.of(strategy, permits, PERIOD);
    for (int round = 0; round < 10; round++) {
      SingleLimits limiter = limiter(SlotSets.SLOTS_PER_SET);
      AtomicIntegerArray granted = new AtomicIntegerArray(keys);

      Threads.race(
          thread -> {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            for (int i = 0; i < 1_000; i++) {
              int key = random.nextInt(keys);
              SingleLimits.Call decision = limiter.acquire(limit, "key " + key);
              if (decision.granted()) {
                if (random.nextInt(4) == 0) {
                  limiter.giveBack(decision, "key " + key);
                } else {
                  granted.incrementAndGet(key);
                }
              }
            }
          });

      for (int key = 0; key < keys; key++) {
        assertThat(granted.get(key)).as("key %d", key).isLessThanOrEqualTo(permits);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void aRunningClockRefillsNoFasterThanTheLimitSays(Strategy strategy) throws Exception {
    LimitPolicy limit = Limits.of(strategy, 100, Duration.ofMillis(20));
    SingleLimits limiter =
        new SingleLimits(InProcessRateLimiter.builder().slotsPerLimit(1_024).build());
    AtomicLong granted = new AtomicLong();
    long start = System.nanoTime();
    limiter.prepare(limit);

    Threads.race(
        thread -> {
          for (int i = 0; i < 3_000; i++) {
            if (limiter.acquire(limit, "key").granted()) {
              granted.incrementAndGet();
            }
          }
        });

    long periods = (System.nanoTime() - start) / limit.period().toNanos();
    // At most the burst, or a window begun, and what each whole or begun period brings.
    assertThat(granted.get()).isBetween(100L, 100 * (periods + 2));
  }

  private static long drain(SingleLimits limiter, LimitPolicy limit, String key) {
    long granted = 0;
    while (limiter.acquire(limit, key).granted()) {
      granted++;
    }
    return granted;
  }

  private SingleLimits limiter(int slots) {
    return new SingleLimits(
        InProcessRateLimiter.builder().slotsPerLimit(slots).nanoClock(clock).build());
  }
}
