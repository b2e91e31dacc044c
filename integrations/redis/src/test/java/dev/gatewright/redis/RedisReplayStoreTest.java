package dev.gatewright.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.runtime.option.InvalidOptionException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RedisReplayStoreTest {
  private static final String KEY = "0123456789012345678901234567890123456789012";

  @Test
  void ofManyInstancesAndThreadsExactlyOneIsTheFirst() throws Exception {
    try (RedisProcess redis = RedisProcess.start();
        RedisConnection one = Connections.patient(redis);
        RedisConnection other = Connections.patient(redis)) {
      RedisReplayStore[] stores = {new RedisReplayStore(one), new RedisReplayStore(other)};
      AtomicInteger first = new AtomicInteger();
      Threads.race(
          32,
          thread -> {
            if (stores[thread % 2].firstUse(KEY, inAMinute())) {
              first.incrementAndGet();
            }
          });
      assertThat(first).hasValue(1);
      long millis = redis.run(commands -> commands.pttl(commands.keys("*").get(0)));
      assertThat(millis).as("60 seconds and the grace").isBetween(170_000L, 180_000L);
    }
  }

  @Test
  void whoeverHoldsItAKeyIsUsedOnce() throws Exception {
    try (RedisProcess redis = RedisProcess.start();
        RedisConnection connection = Connections.patient(redis)) {
      RedisReplayStore store = new RedisReplayStore(connection);
      AtomicInteger first = new AtomicInteger();
      Threads.race(
          32,
          thread -> {
            if (store.firstUse("holder " + thread, KEY, inAMinute())) {
              first.incrementAndGet();
            }
          });
      assertThat(first).hasValue(1);
      assertThat(store.firstUse(KEY, inAMinute())).isFalse();
      assertThat(redis.keys()).as("who came late is not charged").hasSize(2);
    }
  }

  @Test
  void oneHolderUsesUpItsShareAndShutsNobodyElseOut() throws Exception {
    try (RedisProcess redis = RedisProcess.start();
        RedisConnection one = Connections.patient(redis);
        RedisConnection other = Connections.patient(redis)) {
      RedisReplayStore[] stores = {store(one, 64), store(other, 64)};
      Set<String> recorded = ConcurrentHashMap.newKeySet();
      AtomicInteger refused = new AtomicInteger();
      Threads.race(
          16,
          thread -> {
            for (int i = 0; i < 50; i++) {
              String key = "key " + thread + " " + i;
              try {
                assertThat(stores[thread % 2].firstUse("greedy", key, inAMinute())).isTrue();
                recorded.add(key);
              } catch (IllegalStateException e) {
                assertThat(e)
                    .hasMessageContaining("The 64 uses of one holder")
                    .hasMessageContaining("Fix:");
                refused.incrementAndGet();
              }
            }
          });
      assertThat(recorded).hasSize(64);
      assertThat(refused).hasValue(16 * 50 - 64);
      assertThat(redis.keys()).as("the uses and 16 counts").hasSize(64 + 16);
      for (String key : recorded) {
        assertThat(stores[0].firstUse("greedy", key, inAMinute())).as("a replay").isFalse();
      }
      assertThat(stores[0].firstUse("modest", "another key", inAMinute())).isTrue();
      assertThat(one.isAvailable()).isTrue();
    }
  }

  @Test
  void aHolderMayGoOnAMinuteAfterItBegan() {
    try (RedisProcess redis = RedisProcess.start();
        RedisConnection connection = Connections.patient(redis)) {
      RedisReplayStore store = store(connection, 32);
      List<String> keys = keysOfOnePart(3);
      assertThat(store.firstUse("holder", keys.get(0), inAMinute())).isTrue();
      String count = redis.run(commands -> commands.keys("gatewright:used-by:*").get(0));
      redis.run(commands -> commands.pexpire(count, 5_000));
      assertThat(store.firstUse("holder", keys.get(1), inAMinute())).isTrue();
      assertThatThrownBy(() -> store.firstUse("holder", keys.get(2), inAMinute()))
          .isInstanceOf(IllegalStateException.class);
      long left = redis.run(commands -> commands.pttl(count));
      assertThat(left).as("not begun anew").isBetween(1L, 5_000L);
      redis.run(commands -> commands.pexpire(count, 1));
      OutageTest.await(() -> redis.run(commands -> commands.exists(count)) == 0);
      assertThat(store.firstUse("holder", keys.get(2), inAMinute())).isTrue();
      left = redis.run(commands -> commands.pttl(count));
      assertThat(left).isBetween(50_000L, 60_000L);
    }
  }

  @Test
  void aUseIsKeptAsLongWithAHolderAsWithout() {
    try (RedisProcess redis = RedisProcess.start();
        RedisConnection connection = Connections.patient(redis)) {
      RedisReplayStore store = new RedisReplayStore(connection);
      assertThat(store.firstUse("holder", KEY, inAMinute())).isTrue();
      long millis = redis.run(commands -> commands.pttl(commands.keys("*:" + KEY).get(0)));
      assertThat(millis).as("60 seconds and the grace").isBetween(170_000L, 180_000L);
      assertThat(store.firstUse("holder", "for ever", Instant.MAX)).isTrue();
      millis = redis.run(commands -> commands.pttl(commands.keys("*:for ever").get(0)));
      assertThat(millis).as("for ever").isEqualTo(-1);
      assertThat(store.firstUse("holder", "ended", Instant.EPOCH)).isTrue();
    }
  }

  @Test
  void keysInRedisRevealNoHolder() {
    try (RedisProcess redis = RedisProcess.start();
        RedisConnection connection = Connections.patient(redis)) {
      new RedisReplayStore(connection).firstUse("alice", KEY, inAMinute());
      assertThat(redis.keys())
          .hasSize(2)
          .noneMatch(key -> key.contains("alice"))
          .anyMatch(key -> key.matches("gatewright:used-by:\\{\\d+}:[A-Za-z0-9_-]{22}"));
    }
  }

  @Test
  void aHolderMayRecordSomethingInEachPart() {
    try (RedisProcess redis = RedisProcess.start();
        RedisConnection connection = Connections.patient(redis)) {
      assertThatThrownBy(() -> store(connection, 15))
          .isInstanceOf(InvalidOptionException.class)
          .hasMessageContaining("'maxPerHolder'");
    }
  }

  @Test
  void withoutRedisNothingIsAFirstUse() {
    try (RedisProcess redis = RedisProcess.start();
        RedisConnection connection = Connections.patient(redis)) {
      redis.kill();
      RedisReplayStore store = new RedisReplayStore(connection);
      assertThatThrownBy(() -> store.firstUse(KEY, inAMinute()))
          .isInstanceOf(RedisUnavailableException.class);
      assertThatThrownBy(() -> store.firstUse("holder", KEY, inAMinute()))
          .isInstanceOf(RedisUnavailableException.class);
    }
  }

  private static RedisReplayStore store(RedisConnection connection, int maxPerHolder) {
    return new RedisReplayStore(connection, maxPerHolder, InstantSource.system());
  }

  private static Instant inAMinute() {
    return Instant.now().plusSeconds(60);
  }

  /** Keys that a holder's uses are counted together of. */
  private static List<String> keysOfOnePart(int count) {
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(i -> "key " + i)
        .filter(key -> Math.floorMod(key.hashCode(), 16) == 0)
        .limit(count)
        .toList();
  }
}
