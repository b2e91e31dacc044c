package dev.gatewright.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RedisConnectionTest {

  private final Counter counter =
      Counter.of(
          LimitPolicy.named("limit").permits(5, Duration.ofSeconds(5)).build(), LeasePlan.NONE);

  @Test
  void aScriptThatRedisHasForgottenIsLoadedAgain() {
    try (RedisProcess redis = RedisProcess.start();
        RedisConnection connection = Connections.patient(redis)) {
      redis.run(commands -> commands.scriptFlush());
      LimitArgument limit = counter.argument(2);
      counter.writeCalls(limit, 1);
      counter.writeCalls(limit, 3);
      long[] answer =
          connection
              .commands()
              .run(
                  Script.ACQUIRE,
                  args -> args.add(1).addKey("k").add("").add("").add(limit.bytes()));
      assertThat(answer).hasSize(5).startsWith(answer[0], 1, 0, 0, 1);
      assertThat(redis.keys()).containsExactly("k");
    }
  }
}
