package dev.gatewright.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Strategy;
import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitDecision;
import dev.gatewright.runtime.limit.LimitGroup;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeaseTest {
  private static final Pattern EVALSHA = Pattern.compile("cmdstat_evalsha:calls=(\\d+),");

  private RedisProcess redis;
  private RedisConnection connection;
  private RedisRateLimiter leased;
  private RedisRateLimiter exact;

  @BeforeAll
  void start() {
    redis = RedisProcess.start();
    connection = Connections.patient(redis);
  }

  @BeforeEach
  void startAnew() {
    redis.run(commands -> commands.flushall());
    leased = RedisRateLimiter.on(connection).leased(any -> true).build();
    exact = RedisRateLimiter.on(connection).build();
  }

  @AfterAll
  void stop() {
    connection.close();
    redis.close();
  }

  @Test
  void aBusyKeyIsAskedForSeldom() {
    LimitCharge charge = call(leased, year(100_000));
    redis.run(commands -> commands.configResetstat());
    for (int i = 0; i < 20_000; i++) {
      assertThat(charge.acquire()).isTrue();
    }
    assertThat(timesAsked()).isBetween(2L, 4_000L);
  }

  @Test
  void whatIsLeasedIsChargedBeforeItIsGranted() {
    LimitPolicy limit = year(100_000);
    LimitCharge charge = call(leased, limit);
    for (int i = 1; i <= 2_000; i++) {
      assertThat(charge.acquire()).isTrue();
      if (i % 100 == 0) {
        assertThat(remaining(limit)).isLessThanOrEqualTo(100_000 - i);
      }
    }
  }

  @Test
  void noLeaseIsMoreThanATwentiethOfTheLimit() {
    LimitPolicy limit = year(2_000);
    LimitCharge charge = call(leased, limit);
    long before = 2_000;
    for (int i = 1; i <= 1_000; i++) {
      assertThat(charge.acquire()).isTrue();
      long now = remaining(limit);
      assertThat(before - now).isLessThanOrEqualTo(100);
      before = now;
    }
  }

  @Test
  void whatIsLeftOfLeasesIsGivenBackOnClose() {
    LimitPolicy limit = year(100_000);
    LimitCharge charge = call(leased, limit);
    for (int i = 0; i < 5_000; i++) {
      charge.acquire();
    }
    leased.close();
    assertThat(remaining(limit)).isEqualTo(95_000);
  }

  @Test
  void aTierThatIsLeasedIsChargedThoughTheNextRefuses() {
    LimitPolicy large = year(100_000);
    LimitPolicy small = year(30).within("small");
    LimitCharge first = call(leased, large);
    LimitCharge next = call(leased, small);
    int both = 0;
    for (int i = 0; i < 1_000; i++) {
      int granting = first.acquireThen(next);
      assertThat(granting).isPositive();
      both += granting == 2 ? 1 : 0;
    }
    assertThat(both).isEqualTo(30);
    leased.close();
    assertThat(remaining(large)).isEqualTo(99_000);
  }

  @Test
  void aTierThatIsLeasedIsNotChargedWhereTheOneBeforeRefuses() {
    LimitPolicy small = year(30).within("small");
    LimitPolicy large = year(100_000);
    LimitCharge first = call(leased, small);
    LimitCharge next = call(leased, large);
    for (int i = 0; i < 1_000; i++) {
      assertThat(first.acquireThen(next)).isEqualTo(i < 30 ? 2 : 0);
    }
    leased.close();
    assertThat(remaining(large)).isEqualTo(99_970);
  }

  @Test
  void aLeaseThatIsNotSpentInTimeIsNotSpentAtAll() {
    LimitPolicy limit = year(100_000);
    LimitCharge charge = call(leased, limit);
    for (int i = 0; i < 2_000; i++) {
      charge.acquire();
    }
    RedisProcess.pause(60);
    redis.run(commands -> commands.configResetstat());
    charge.acquire();
    assertThat(timesAsked()).isPositive();
  }

  @Test
  void aGrantedCallSaysWhatIsLeftWithWhatIsLeased() {
    LimitCharge charge = call(leased, year(1_000));
    for (int i = 1; i <= 900; i++) {
      assertThat(charge.acquire()).isTrue();
      LimitDecision decision = charge.decision(0);
      assertThat(decision.remaining()).isBetween(0L, 1_000L - i);
    }
  }

  @Test
  void aCallOfALeaseThatIsGivenBackCanBeGrantedAgain() {
    LimitPolicy limit = year(100_000);
    LimitCharge charge = call(leased, limit);
    for (int i = 0; i < 1_000; i++) {
      charge.acquire();
      charge.giveBack(0);
      charge.giveBack(0);
    }
    leased.close();
    assertThat(remaining(limit)).isEqualTo(100_000);
  }

  @Test
  void aLookTakesNothingFromALease() {
    LimitPolicy limit = year(100_000);
    LimitCharge charge = call(leased, limit);
    for (int i = 0; i < 1_000; i++) {
      charge.acquire();
      charge.peek();
    }
    leased.close();
    assertThat(remaining(limit)).isEqualTo(99_000);
  }

  /** Near the end a lease of several calls does not fit, and one call does. */
  @Test
  void leasesGrantNoMoreThanThePermits() {
    LimitCharge charge = call(leased, year(1_000));
    int granted = 0;
    while (charge.acquire()) {
      granted++;
    }
    assertThat(granted).isBetween(900, 1_000);
  }

  @Test
  void aCallThatIsGivenBackAfterItsLeaseComesBackInRedis() {
    LimitPolicy limit = year(100_000);
    LimitCharge charge = call(leased, limit);
    for (int i = 0; i < 200; i++) {
      charge.acquire();
    }
    RedisProcess.pause(60);
    long before = remaining(limit);

    charge.giveBack(0);

    assertThat(remaining(limit)).isEqualTo(before + 1);
  }

  @Test
  void aRefusalByAnotherLimitCostsNoneOfALease() {
    LimitPolicy large = year(100_000);
    LimitPolicy small =
        LimitPolicy.named("small")
            .permits(500, Duration.ofDays(366))
            .strategy(Strategy.FIXED_WINDOW)
            .build();
    RedisRateLimiter mixed =
        RedisRateLimiter.on(connection).leased(limit -> limit.name().equals("year")).build();
    LimitGroup group = mixed.group(List.of(large, small));
    LimitCharge charge = group.newCharge();
    int granted = 0;
    for (int i = 0; i < 1_000; i++) {
      charge.key(0, "alice");
      charge.key(1, "alice");
      granted += charge.acquire() ? 1 : 0;
    }
    assertThat(granted).isEqualTo(500);
    assertThat(charge.decision(0).granted()).isTrue();
    assertThat(charge.decision(1).granted()).isFalse();
    mixed.close();
    assertThat(remaining(large)).isEqualTo(99_500);
  }

  @Test
  void smallLimitsAreNotLeased() {
    LimitCharge charge = call(leased, year(39));
    redis.run(commands -> commands.configResetstat());
    for (int i = 0; i < 39; i++) {
      assertThat(charge.acquire()).isTrue();
    }
    assertThat(timesAsked()).isEqualTo(39);
  }

  private long timesAsked() {
    Matcher calls = EVALSHA.matcher(redis.run(commands -> commands.info("commandstats")));
    return calls.find() ? Long.parseLong(calls.group(1)) : 0;
  }

  private long remaining(LimitPolicy limit) {
    LimitCharge charge = call(exact, limit);
    charge.peek();
    return charge.decision(0).remaining();
  }

  private static LimitCharge call(RedisRateLimiter limiter, LimitPolicy limit) {
    LimitCharge charge = limiter.group(List.of(limit)).newCharge();
    charge.key(0, "alice");
    return charge;
  }

  private static LimitPolicy year(long permits) {
    return LimitPolicy.named("year").permits(permits, Duration.ofDays(366)).build();
  }
}
