package dev.gatewright.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** For the build's second run of these tests only. */
class ValkeyTest {

  @Test
  void theServerOfTheseTestsIsValkey() {
    try (RedisProcess server = RedisProcess.start()) {
      String info = server.run(commands -> commands.info("server"));
      assertThat(info).contains("server_name:valkey", "valkey_version:");
    }
  }
}
