package dev.gatewright.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedisConnectionTest {

  @Test
  void aScriptThatRedisHasForgottenIsLoadedAgain() {
    try (RedisProcess redis = RedisProcess.start();
        RedisConnection connection = Connections.patient(redis)) {
      redis.run(commands -> commands.scriptFlush());
      long[] answer =
          connection
              .commands()
              .run(
                  Script.ACQUIRE,
                  args -> {
                    args.add(1).addKey("k").add("").add("");
                    args.add("b").add("1000000000").add(5_000_000).add(0);
                    args.add(1_000_000).add(0).add(3_000_000).add(0);
                  });
      assertThat(answer).hasSize(5).startsWith(answer[0], 1, 0, 0, 1);
      assertThat(redis.keys()).containsExactly("k");
    }
  }
}
