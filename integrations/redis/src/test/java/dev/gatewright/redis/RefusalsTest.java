package dev.gatewright.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.runtime.policy.LimitPolicy;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefusalsTest {
  private static final String[] ALICE = {"alice"};
  private static final long ASKED_AT = 7;

  private final Counter hourly = counter(1, Duration.ofHours(1));

  /** Without a Redis, as nothing is asked. */
  private final RedisConnection connection =
      RedisConnection.to(RedisURI.create("127.0.0.1", RedisProcess.freePort()))
          .fingerprintSecret(Connections.SECRET)
          .connect();

  private final StoredLimits stored =
      new StoredLimits(connection, ClusterSlots.ONE, 1, LimiterClock.REAL);

  /** So few that all keys have the same place. */
  private final Refusals refusals = new Refusals(1);

  @AfterEach
  void close() {
    connection.close();
  }

  @Test
  void aRefusalIsRememberedForASecondAtMost() {
    remember(ALICE, hourly);
    long second = Duration.ofSeconds(1).toNanos();

    assertThat(isRefused(ALICE, ASKED_AT + second - 1, hourly)).isTrue();
    assertThat(isRefused(ALICE, ASKED_AT + second, hourly)).isFalse();
  }

  @Test
  void aRefusalIsRememberedUntilItsPermitsHaveCome() {
    Counter fast = counter(1, Duration.ofMillis(100));
    remember(ALICE, fast);
    long wait = Duration.ofMillis(100).toNanos();

    assertThat(isRefused(ALICE, ASKED_AT + wait - Counter.NANOS_PER_MICRO, fast)).isTrue();
    assertThat(isRefused(ALICE, ASKED_AT + wait, fast)).isFalse();
  }

  @Test
  void aRefusalSaysNothingOfOtherKeys() {
    remember(ALICE, hourly);
    String[] bob = {"bob"};

    assertThat(isRefused(bob, ASKED_AT, hourly)).isFalse();
    refusals.forget(calls(bob, hourly));
    assertThat(isRefused(ALICE, ASKED_AT, hourly)).isTrue();
    refusals.forget(calls(ALICE, hourly));
    assertThat(isRefused(ALICE, ASKED_AT, hourly)).isFalse();
  }

  @Test
  void aRefusalSaysNothingOnceALimitHasOtherNumbers() {
    remember(ALICE, hourly);

    assertThat(isRefused(ALICE, ASKED_AT, counter(1, Duration.ofHours(1)))).isFalse();
    String[] keys = {"alice hourly", "alice daily"};
    remember(keys, hourly, counter(9, Duration.ofDays(1)));
    assertThat(isRefused(keys, ASKED_AT, hourly, counter(9, Duration.ofDays(1)))).isFalse();
  }

  @Test
  void oneOfSeveralLimitsRefusesForAll() {
    String[] keys = {"alice hourly", "alice daily"};
    Counter daily = counter(9, Duration.ofDays(1));
    remember(keys, hourly, daily);

    assertThat(isRefused(keys, ASKED_AT, hourly, daily)).isTrue();
  }

  /** Each limit owes one permit. */
  private void remember(String[] keys, Counter... counters) {
    LimitCall[] calls = calls(keys, counters);
    for (LimitCall call : calls) {
      call.remember(call.counter().charged(0, 1), 0);
    }
    refusals.remember(calls, 0, ASKED_AT);
  }

  private boolean isRefused(String[] keys, long nowNanos, Counter... current) {
    return refusals.of(calls(keys, current), nowNanos) != null;
  }

  private LimitCall[] calls(String[] keys, Counter... counters) {
    LimitCall[] calls = new LimitCall[keys.length];
    for (int i = 0; i < keys.length; i++) {
      calls[i] = new LimitCall(stored, new CurrentCounter(counters[i]));
      calls[i].key(keys[i], null);
    }
    return calls;
  }

  private static Counter counter(long permits, Duration period) {
    LimitPolicy limit = LimitPolicy.named("limit").permits(permits, period).build();
    return Counter.of(limit, LeasePlan.NONE);
  }
}
