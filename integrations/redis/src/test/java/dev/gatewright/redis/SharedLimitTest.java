package dev.gatewright.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Strategy;
import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitGroup;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many threads and JVMs that share one limit never get one permit more than it gives. */
class SharedLimitTest {
  private static final long YEAR_MILLIS = Duration.ofDays(366).toMillis();

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void sixtyFourThreadsOnTwoConnectionsGetExactlyThePermits(Strategy strategy) throws Exception {
    LimitPolicy limit =
        LimitPolicy.named("shared")
            .permits(500, Duration.ofDays(366))
            .strategy(strategy)
            .burst(strategy.isWindow() ? 0 : 500)
            .build();
    try (RedisProcess redis = RedisProcess.start();
        RedisConnection one = Connections.patient(redis);
        RedisConnection other = Connections.patient(redis)) {
      LimitGroup[] groups = {
        RedisRateLimiter.on(one).build().group(List.of(limit)),
        RedisRateLimiter.on(other).build().group(List.of(limit))
      };
      LongAdder granted = new LongAdder();
      Threads.race(
          64,
          thread -> {
            LimitCharge charge = groups[thread % 2].newCharge();
            for (int i = 0; i < 20; i++) {
              charge.key(0, "alice");
              if (charge.acquire()) {
                granted.increment();
              }
            }
          });
      assertThat(granted.sum()).isEqualTo(500);
    }
  }

  @Test
  void fourJvmsWithSixtyFourThreadsGetExactlyThePermits() throws Exception {
    try (RedisProcess redis = RedisProcess.start()) {
      List<Hammer.Result> results =
          Hammer.run(4, redis.port(), false, 3_000, YEAR_MILLIS, 16, 60_000, 20);
      assertThat(granted(results)).isEqualTo(3_000);
    }
  }

  @Test
  void fourJvmsWithLeasesGetNoMoreThanThePermitsAndWhatTheyLeaveIsNotLost() throws Exception {
    try (RedisProcess redis = RedisProcess.start()) {
      List<Hammer.Result> results =
          Hammer.run(4, redis.port(), true, 20_000, YEAR_MILLIS, 16, 60_000, 20);
      // Leases are given back at the end, so nothing but what was granted is owed.
      long left = takeAll(redis, 20_000);
      assertThat(granted(results) + left).isEqualTo(20_000);
      assertThat(granted(results)).isGreaterThan(15_000);
    }
  }

  @Test
  void whatFourJvmsWithLeasesGetOverTimeIsTheBurstAndTheRate() throws Exception {
    try (RedisProcess redis = RedisProcess.start()) {
      List<Hammer.Result> results =
          Hammer.run(4, redis.port(), true, 4_000, 1_000, 16, 2_000, Long.MAX_VALUE);
      long began = results.stream().mapToLong(Hammer.Result::began).min().orElseThrow();
      long ended = results.stream().mapToLong(Hammer.Result::ended).max().orElseThrow();
      assertThat(granted(results)).isLessThanOrEqualTo(4_000 + 4 * (ended - began + 2));
    }
  }

  private static long granted(List<Hammer.Result> results) {
    return results.stream().mapToLong(Hammer.Result::granted).sum();
  }

  private static long takeAll(RedisProcess redis, long permits) {
    LimitPolicy limit =
        LimitPolicy.named("shared").permits(permits, Duration.ofMillis(YEAR_MILLIS)).build();
    try (RedisConnection connection = Connections.patient(redis)) {
      LimitCharge charge =
          RedisRateLimiter.on(connection).build().group(List.of(limit)).newCharge();
      charge.key(0, Hammer.KEY);
      charge.peek();
      return charge.decision(0).remaining();
    }
  }
}
