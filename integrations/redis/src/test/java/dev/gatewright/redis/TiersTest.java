package dev.gatewright.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Strategy;
import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitGroup;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two tiers of several limits, of which one grants and another does not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TiersTest {
  private RedisProcess redis;
  private RedisConnection connection;
  private RedisRateLimiter limiter;

  @BeforeAll
  void start() {
    redis = RedisProcess.start();
    connection = Connections.patient(redis);
  }

  @BeforeEach
  void startAnew() {
    redis.run(commands -> commands.flushall());
    limiter = RedisRateLimiter.on(connection).build();
  }

  @AfterAll
  void stop() {
    connection.close();
    redis.close();
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void ofAFirstTierInWhichOneRefusesNothingIsCharged(Strategy strategy) {
    LimitGroup first = limiter.group(List.of(limit("a", 9, strategy), limit("b", 1, strategy)));
    LimitGroup next = limiter.group(List.of(limit("c", 9, strategy), limit("d", 9, strategy)));
    assertThat(call(first, "x").acquireThen(call(next, "alice"))).isEqualTo(2);

    assertThat(call(first, "x").acquireThen(call(next, "alice"))).isZero();

    assertThat(remaining(first, "x")).containsExactly(8L, 0L);
    assertThat(remaining(next, "alice")).containsExactly(8L, 8L);
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void ofASecondTierInWhichOneRefusesOnlyTheFirstIsCharged(Strategy strategy) {
    LimitGroup first = limiter.group(List.of(limit("a", 9, strategy), limit("b", 8, strategy)));
    LimitGroup next =
        limiter.group(
            List.of(limit("c", 9, strategy), limit("d", 1, strategy), limit("e", 7, strategy)));
    assertThat(call(first, "x").acquireThen(call(next, "alice"))).isEqualTo(2);

    assertThat(call(first, "x").acquireThen(call(next, "alice"))).isEqualTo(1);
    // Another caller at the same address has its own second tier.
    assertThat(call(first, "x").acquireThen(call(next, "bob"))).isEqualTo(2);

    assertThat(remaining(first, "x")).containsExactly(6L, 5L);
    assertThat(remaining(next, "alice")).containsExactly(8L, 0L, 6L);
    assertThat(remaining(next, "bob")).containsExactly(8L, 0L, 6L);
  }

  /** Asks Redis again, as another instance would, and charges nothing. */
  private List<Long> remaining(LimitGroup group, String key) {
    LimitCharge charge = call(RedisRateLimiter.on(connection).build().group(group.limits()), key);
    charge.peek();
    return IntStream.range(0, group.limits().size())
        .mapToObj(index -> charge.decision(index).remaining())
        .toList();
  }

  private static LimitCharge call(LimitGroup group, String key) {
    LimitCharge charge = group.newCharge();
    for (int i = 0; i < group.limits().size(); i++) {
      charge.key(i, key);
    }
    return charge;
  }

  private static LimitPolicy limit(String name, long permits, Strategy strategy) {
    return LimitPolicy.named(name)
        .permits(permits, Duration.ofDays(300))
        .strategy(strategy)
        .burst(strategy.isWindow() ? 0 : permits)
        .build();
  }
}
