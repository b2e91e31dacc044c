package dev.gatewright.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.OnLimit;
import dev.gatewright.Strategy;
import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitDecision;
import dev.gatewright.runtime.limit.LimitGroup;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.policy.LimitPolicy;
import dev.gatewright.secret.SecretValue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisRateLimiterTest {
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

  @Test
  void limitsAreDecidedByOneCommandHoweverManyTheyAre() {
    LimitCharge charge =
        call(limiter.group(List.of(hourly("a", 5), daily("b", 5), global("c", 5))), "alice");
    redis.run(commands -> commands.configResetstat());
    assertThat(charge.acquire()).isTrue();
    assertThat(commandsSeen()).contains("cmdstat_evalsha:calls=1,").doesNotContain("cmdstat_eval:");
    assertThat(redis.keys()).hasSize(3);
  }

  @Test
  void twoTiersAreDecidedByOneCommand() {
    LimitCharge first = call(limiter.group(List.of(hourly("a", 5))), "203.0.113.7");
    LimitCharge next = call(limiter.group(List.of(hourly("b", 2), daily("c", 5))), "alice");
    redis.run(commands -> commands.configResetstat());
    assertThat(first.acquireThen(next)).isEqualTo(2);
    assertThat(commandsSeen()).contains("cmdstat_evalsha:calls=1,");
    assertThat(redis.keys()).hasSize(3);
    assertThat(first.decision(0).remaining()).isEqualTo(4);
    assertThat(next.decision(0).remaining()).isEqualTo(1);
    next.giveBack(0);
    assertThat(first.acquireThen(next)).isEqualTo(2);
    assertThat(next.decision(0).remaining()).isEqualTo(1);
    assertThat(next.decision(1).remaining()).isEqualTo(3);
  }

  @Test
  void aTierThatRefusesLeavesTheNextUncharged() {
    LimitGroup first = limiter.group(List.of(hourly("a", 1)));
    LimitGroup next = limiter.group(List.of(hourly("b", 5)));
    assertThat(call(first, "x").acquireThen(call(next, "alice"))).isEqualTo(2);
    // Once as Redis says, and once as is remembered.
    assertThat(call(first, "x").acquireThen(call(next, "alice"))).isZero();
    assertThat(call(first, "x").acquireThen(call(next, "alice"))).isZero();
    LimitCharge after = call(next, "alice");
    assertThat(after.acquire()).isTrue();
    assertThat(after.decision(0).remaining()).isEqualTo(3);
  }

  @Test
  void aTierBeforeOneThatRefusesStaysCharged() {
    LimitGroup first = limiter.group(List.of(hourly("a", 5)));
    LimitGroup next = limiter.group(List.of(hourly("b", 1), hourly("c", 5)));
    assertThat(call(first, "x").acquireThen(call(next, "alice"))).isEqualTo(2);
    for (int left = 3; left > 0; left--) {
      LimitCharge charge = call(first, "x");
      LimitCharge refused = call(next, "alice");
      assertThat(charge.acquireThen(refused)).isEqualTo(1);
      assertThat(charge.decision(0).remaining()).isEqualTo(left);
      assertThat(refused.decision(0).granted()).isFalse();
      assertThat(refused.decision(1).remaining()).isEqualTo(4);
    }
  }

  @Test
  void limitsThatAClusterSpreadsAreNotAskedTogether() {
    RedisRateLimiter spread = RedisRateLimiter.on(connection).slots(ClusterSlots.BY_KEY).build();
    LimitGroup first = spread.group(List.of(hourly("a", 5)));
    LimitGroup next = spread.group(List.of(hourly("b", 1)));
    assertThat(first.isAskedTogetherWith(next)).isFalse();
    assertThat(first.isAskedTogetherWith(limiter.group(List.of(hourly("c", 1))))).isFalse();
    assertThat(call(first, "x").acquireThen(call(next, "alice"))).isEqualTo(2);
    assertThat(call(first, "x").acquireThen(call(next, "alice"))).isEqualTo(1);
  }

  @Test
  void eitherAllLimitsGrantOrNoneIsCharged() {
    LimitGroup group = limiter.group(List.of(hourly("a", 5), daily("b", 2)));
    assertThat(call(group, "alice").acquire()).isTrue();
    assertThat(call(group, "alice").acquire()).isTrue();
    LimitCharge refused = call(group, "alice");
    assertThat(refused.acquire()).isFalse();
    assertThat(refused.decision(0).granted()).isTrue();
    assertThat(refused.decision(0).remaining()).isEqualTo(3);
    assertThat(refused.decision(1).granted()).isFalse();
    assertThat(refused.decision(1).remaining()).isZero();
  }

  @Test
  void aRefusalWritesNothing() {
    LimitGroup group = limiter.group(List.of(hourly("a", 5), daily("b", 1)));
    call(group, "alice").acquire();
    redis.run(commands -> commands.configResetstat());
    RedisRateLimiter other = RedisRateLimiter.on(connection).build();
    assertThat(call(other.group(group.limits()), "alice").acquire()).isFalse();
    assertThat(commandsSeen()).contains("cmdstat_evalsha:calls=1,").doesNotContain("cmdstat_set:");
  }

  @Test
  void aRefusalIsRememberedSoThatWhoHammersDoesNotReachRedis() {
    LimitGroup group = limiter.group(List.of(hourly("a", 1)));
    assertThat(call(group, "alice").acquire()).isTrue();
    redis.run(commands -> commands.configResetstat());
    for (int i = 0; i < 100; i++) {
      LimitCharge charge = call(group, "alice");
      assertThat(charge.acquire()).isFalse();
      assertThat(charge.decision(0).retryAfterNanos())
          .isBetween(Duration.ofMinutes(59).toNanos(), Duration.ofHours(1).toNanos());
    }
    assertThat(commandsSeen()).containsPattern("cmdstat_evalsha:calls=[1-9],");
    assertThat(call(group, "bob").acquire()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void aCounterIsForgottenWhenItSaysNothingAnyMore(Strategy strategy) {
    LimitPolicy limit =
        LimitPolicy.named("l")
            .permits(10, Duration.ofSeconds(10))
            .strategy(strategy)
            .burst(strategy.isWindow() ? 0 : 10)
            .build();
    call(limiter.group(List.of(limit)), "alice").acquire();
    long millis = redis.run(commands -> commands.pttl(commands.keys("*").get(0)));
    long most =
        switch (strategy) {
          case TOKEN_BUCKET, LEAKY_BUCKET -> 1_000;
          case FIXED_WINDOW -> 10_000;
          case SLIDING_WINDOW -> 20_000;
        };
    // Not sooner either, less what a busy machine takes to ask.
    long least =
        switch (strategy) {
          case TOKEN_BUCKET, LEAKY_BUCKET -> 600;
          case FIXED_WINDOW -> 1; // The window may be about to end.
          case SLIDING_WINDOW -> 9_500;
        };
    assertThat(millis).isBetween(least, most + 1);
  }

  @Test
  void keysInRedisRevealNobody() {
    LimitGroup group = limiter.group(List.of(hourly("a", 5)));
    call(group, "203.0.113.7").acquire();
    call(group, "alice@example.com").acquire();
    assertThat(redis.keys())
        .hasSize(2)
        .allMatch(key -> key.matches("gatewright:\\{limits}:b:#a:[A-Za-z0-9_-]{22}"));
  }

  @Test
  void instancesWithAnotherSecretCountApart() {
    LimitGroup group = limiter.group(List.of(hourly("a", 1)));
    assertThat(call(group, "alice").acquire()).isTrue();
    try (RedisConnection other =
        RedisConnection.to(redis.uri())
            .fingerprintSecret(SecretValue.of("other", "another secret of enough bytes"))
            .commandDeadline(Duration.ofSeconds(5))
            .connect()) {
      LimitGroup apart = RedisRateLimiter.on(other).build().group(group.limits());
      assertThat(call(apart, "alice").acquire()).isTrue();
    }
  }

  @Test
  void aShortFingerprintSecretIsRefusedAtStart() {
    assertThatThrownBy(
            () ->
                RedisConnection.to(redis.uri())
                    .fingerprintSecret(SecretValue.of("short", "fifteen bytes.."))
                    .connect())
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("'fingerprintSecret' is shorter than 16 bytes. Fix:");
    assertThatThrownBy(() -> RedisConnection.to(redis.uri()).connect())
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("'fingerprintSecret' is missing. Fix:");
  }

  @Test
  void whatIsGivenBackCanBeTakenAgainOnce() {
    LimitGroup group = limiter.group(List.of(hourly("a", 2), daily("b", 2)));
    LimitCharge first = call(group, "alice");
    first.acquire();
    call(group, "alice").acquire();
    assertThat(call(group, "alice").acquire()).isFalse();
    for (int i = 0; i < 2; i++) {
      first.giveBack(0);
      first.giveBack(1);
    }
    assertThat(call(group, "alice").acquire()).isTrue();
    assertThat(call(group, "alice").acquire()).isFalse();
  }

  @Test
  void afterALookOrARefusalNothingIsGivenBackOfTheCallBefore() {
    LimitCharge charge = call(limiter.group(List.of(hourly("a", 2))), "alice");
    charge.acquire();
    charge.peek();
    charge.giveBack(0);
    assertThat(charge.acquire()).isTrue();
    assertThat(charge.acquire()).isFalse();
    charge.giveBack(0);
    assertThat(charge.acquire()).isFalse();
  }

  @Test
  void eachLimitCountsByItsOwnKey() {
    LimitGroup group = limiter.group(List.of(hourly("a", 9), daily("b", 1)));
    LimitCharge charge = call(group, "alice");
    charge.key(1, "bob");
    assertThat(charge.acquire()).isTrue();

    assertThat(call(group, "alice").acquire()).isTrue();
    assertThat(call(group, "bob").acquire()).isFalse();
  }

  /** Permits may come back at any time, at whichever instance. */
  @Test
  void aRefusalByALimitThatIsPaidBackIsNotRemembered() {
    LimitPolicy.Builder failures =
        LimitPolicy.named("failures")
            .permits(1, Duration.ofHours(1))
            .key(LimitKey.ADDRESS)
            .counted(Counted.FAILED_AUTHENTICATIONS);
    LimitPolicy.Builder challenges =
        LimitPolicy.named("challenges").permits(1, Duration.ofHours(1)).onLimit(OnLimit.CHALLENGE);
    RedisRateLimiter other = RedisRateLimiter.on(connection).build();
    for (LimitPolicy limit : List.of(failures.build(), challenges.build())) {
      LimitCharge charge = call(limiter.group(List.of(limit)), "alice");
      LimitCharge elsewhere = call(other.group(List.of(limit)), "alice");
      assertThat(charge.acquire()).isTrue();
      assertThat(elsewhere.acquire()).isFalse();
      charge.giveBack(0);
      assertThat(elsewhere.acquire()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void aCreditPaysWhatIsOwedAndNoMore(Strategy strategy) {
    LimitGroup group =
        limiter.group(
            List.of(
                LimitPolicy.named("l")
                    .permits(3, Duration.ofDays(1))
                    .strategy(strategy)
                    .burst(strategy.isWindow() ? 0 : 3)
                    .build()));
    LimitCharge charge = call(group, "alice");
    for (int i = 0; i < 3; i++) {
      assertThat(charge.acquire()).isTrue();
    }
    assertThat(charge.acquire()).isFalse();
    charge.credit(0, 2);
    assertThat(charge.acquire()).isTrue();
    assertThat(charge.acquire()).isTrue();
    assertThat(charge.acquire()).isFalse();
    charge.credit(0, Long.MAX_VALUE);
    for (int i = 0; i < 3; i++) {
      assertThat(charge.acquire()).isTrue();
    }
    assertThat(charge.acquire()).isFalse();
  }

  @Test
  void peekingTakesNothing() {
    LimitGroup group = limiter.group(List.of(hourly("a", 1)));
    for (int i = 0; i < 3; i++) {
      LimitCharge charge = call(group, "alice");
      assertThat(charge.peek()).isTrue();
      assertThat(charge.decision(0).remaining()).isEqualTo(1);
      charge.giveBack(0);
    }
    assertThat(redis.keys()).isEmpty();
    call(group, "alice").acquire();
    assertThat(call(group, "alice").peek()).isFalse();
  }

  @Test
  void aLeakyBucketSaysHowLongACallIsHeld() {
    LimitGroup group =
        limiter.group(
            List.of(
                LimitPolicy.named("l")
                    .permits(1, Duration.ofSeconds(10))
                    .strategy(Strategy.LEAKY_BUCKET)
                    .maxWait(Duration.ofSeconds(20))
                    .build()));
    assertThat(waitOf(call(group, "alice"))).isZero();
    assertThat(waitOf(call(group, "alice"))).isBetween(9_000L, 10_000L);
    assertThat(waitOf(call(group, "alice"))).isBetween(19_000L, 20_000L);
    LimitCharge refused = call(group, "alice");
    assertThat(refused.acquire()).isFalse();
    assertThat(refused.decision(0).retryAfterNanos())
        .isBetween(Duration.ofSeconds(9).toNanos(), Duration.ofSeconds(10).toNanos());
  }

  @Test
  void numbersThatFloatingPointWouldRoundAreExact() {
    LimitPolicy year = LimitPolicy.named("year").permits(1, Duration.ofDays(366)).burst(2).build();
    LimitCharge charge = call(limiter.group(List.of(year)), "alice");
    assertThat(charge.acquire()).isTrue();
    assertThat(charge.acquire()).isTrue();
    assertThat(charge.decision(0).resetNanos())
        .isBetween(Duration.ofDays(731).toNanos(), Duration.ofDays(732).toNanos());
    LimitPolicy many =
        LimitPolicy.named("many")
            .permits((1 << 28) - 1, Duration.ofDays(366))
            .strategy(Strategy.SLIDING_WINDOW)
            .cost((1 << 28) - 2)
            .build();
    LimitCharge large = call(limiter.group(List.of(many)), "alice");
    assertThat(large.acquire()).isTrue();
    assertThat(large.decision(0).remaining()).isEqualTo(1);
    assertThat(large.acquire()).isFalse();
  }

  @Test
  void limitsThatRedisCannotCountAreRefusedAtStart() {
    assertThatThrownBy(
            () ->
                limiter.group(
                    List.of(
                        LimitPolicy.named("l").permits(1, Duration.ofNanos(1_000_001)).build())))
        .hasMessageContaining("Redis tells the time in microseconds. Fix:");
    assertThatThrownBy(
            () ->
                limiter.group(
                    List.of(
                        LimitPolicy.named("l")
                            .permits((1 << 30) + 1, Duration.ofDays(1))
                            .strategy(Strategy.FIXED_WINDOW)
                            .build())))
        .hasMessageContaining("a window counts to 1073741824. Fix:");
  }

  private String commandsSeen() {
    return redis.run(commands -> commands.info("commandstats"));
  }

  private static long waitOf(LimitCharge charge) {
    assertThat(charge.acquire()).isTrue();
    LimitDecision decision = charge.decision(0);
    return Duration.ofNanos(decision.waitNanos()).toMillis();
  }

  private static LimitCharge call(LimitGroup group, String key) {
    LimitCharge charge = group.newCharge();
    for (int i = 0; i < group.limits().size(); i++) {
      charge.key(i, group.limits().get(i).key() == LimitKey.GLOBAL ? "" : key);
    }
    return charge;
  }

  private static LimitPolicy hourly(String name, long permits) {
    return LimitPolicy.named(name).permits(permits, Duration.ofHours(permits)).build();
  }

  private static LimitPolicy daily(String name, long permits) {
    return LimitPolicy.named(name)
        .permits(permits, Duration.ofDays(366))
        .strategy(Strategy.FIXED_WINDOW)
        .build();
  }

  private static LimitPolicy global(String name, long permits) {
    return LimitPolicy.named(name)
        .permits(permits, Duration.ofDays(366))
        .strategy(Strategy.SLIDING_WINDOW)
        .key(LimitKey.GLOBAL)
        .build();
  }
}
