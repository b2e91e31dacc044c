package dev.gatewright.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
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
            if (stores[thread % 2].firstUse(KEY, Instant.now().plusSeconds(60))) {
              first.incrementAndGet();
            }
          });
      assertThat(first).hasValue(1);
      long millis = redis.run(commands -> commands.pttl("gatewright:used:" + KEY));
      assertThat(millis).as("60 seconds and the grace").isBetween(170_000L, 180_000L);
    }
  }

  @Test
  void withoutRedisNothingIsAFirstUse() {
    try (RedisProcess redis = RedisProcess.start();
        RedisConnection connection = Connections.patient(redis)) {
      redis.kill();
      RedisReplayStore store = new RedisReplayStore(connection);
      assertThatThrownBy(() -> store.firstUse(KEY, Instant.now().plusSeconds(60)))
          .isInstanceOf(RedisUnavailableException.class);
    }
  }
}
