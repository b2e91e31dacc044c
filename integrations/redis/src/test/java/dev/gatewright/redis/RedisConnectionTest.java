package dev.gatewright.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.runtime.secret.SecretValue;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RedisConnectionTest {
  static final SecretValue SECRET =
      SecretValue.of("fingerprint", "0123456789abcdef0123456789abcdef");

  @Test
  void aScriptThatRedisHasForgottenIsLoadedAgain() {
    try (RedisProcess redis = RedisProcess.start();
        RedisConnection connection =
            RedisConnection.to(redis.uri())
                .fingerprintSecret(SECRET)
                .commandDeadline(Duration.ofSeconds(2))
                .connect()) {
      redis.run(commands -> commands.scriptFlush());
      long[] answer =
          connection
              .commands()
              .run(
                  Script.ACQUIRE,
                  args -> {
                    args.add(1).addKey("k").add("");
                    args.add("b").add("1000000000 5").add(5_000_000).add(0);
                    args.add(1_000_000).add(0).add(3_000_000).add(0);
                  });
      assertThat(answer).hasSize(5).startsWith(answer[0], 1, 0, 0, 1);
      System.out.println(redis.run(commands -> commands.get("k") + " " + commands.pttl("k")));
      System.out.println(redis.run(commands -> commands.info("server")));
    }
  }
}
