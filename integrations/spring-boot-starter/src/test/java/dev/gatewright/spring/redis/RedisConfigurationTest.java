package dev.gatewright.spring.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gatewright.authentication.replay.ReplayStore;
import dev.gatewright.redis.RedisRateLimiter;
import dev.gatewright.redis.RedisReplayStore;
import dev.gatewright.redis.RedisRevocations;
import dev.gatewright.runtime.caller.Revocations;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.spring.RunningApplication;
import dev.gatewright.spring.bank.BankApplication;
import dev.gatewright.spring.startup.StartUpException;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

/** Applications that count in a real Redis. */
class RedisConfigurationTest {
  private static final String FINGERPRINT_SECRET =
      "gatewright.redis.fingerprint-secret=0123456789abcdef0123456789abcdef";

  private static int port;
  private static RedisServer redis;

  @BeforeAll
  static void startRedis() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    redis =
        RedisServer.newRedisServer()
            .port(port)
            .bind("127.0.0.1")
            .setting("save \"\"")
            .setting("maxmemory-policy noeviction")
            .build();
    redis.start();
  }

  @AfterAll
  static void stopRedis() throws IOException {
    redis.stop();
  }

  @Test
  void twoInstancesShareTheirLimits() {
    String alice = "Bearer " + RunningApplication.tokenOf("alice");
    try (RunningApplication one = start("gatewright.redis.key-prefix=shared");
        RunningApplication two = start("gatewright.redis.key-prefix=shared")) {
      assertThat(one.get("/accounts/limited", "Authorization", alice).statusCode()).isEqualTo(200);
      assertThat(two.get("/accounts/limited", "Authorization", alice).statusCode()).isEqualTo(200);

      assertThat(one.get("/accounts/limited", "Authorization", alice).statusCode()).isEqualTo(429);
      assertThat(two.get("/accounts/limited", "Authorization", alice).statusCode()).isEqualTo(429);
    }
  }

  @Test
  void whatIsRevokedAndWhatIsUsedIsKeptInRedisToo() {
    try (RunningApplication bank = start()) {
      assertThat(bank.context().getBean(RateLimiter.class)).isInstanceOf(RedisRateLimiter.class);
      assertThat(bank.context().getBean(Revocations.class)).isInstanceOf(RedisRevocations.class);
      assertThat(bank.context().getBean(ReplayStore.class)).isInstanceOf(RedisReplayStore.class);
    }
  }

  @Test
  void whileRedisIsDownCallsAreRefusedWith503() {
    try (RunningApplication bank =
        RunningApplication.start(
            BankApplication.class,
            "gatewright.redis.uris=redis://127.0.0.1:1",
            FINGERPRINT_SECRET)) {
      assertThat(
              bank.get(
                      "/accounts/limited",
                      "Authorization",
                      "Bearer " + RunningApplication.tokenOf("alice"))
                  .statusCode())
          .isEqualTo(503);
    }
  }

  @Test
  void whatIsMissingOrContradictoryStopsTheStart() {
    assertThat(refused(FINGERPRINT_SECRET).problem()).contains("gatewright.redis.uris");
    assertThat(refused(uri()).problem()).contains("gatewright.redis.fingerprint-secret");
    assertThat(refused(uri(), "gatewright.redis.fingerprint-secret=short").problem())
        .contains("gatewright.redis.fingerprint-secret")
        .doesNotContain("short'");
    assertThat(refused("gatewright.redis.uris=nonsense", FINGERPRINT_SECRET).problem())
        .contains("gatewright.redis.uris");
    assertThat(refused(uri(), FINGERPRINT_SECRET, "gatewright.redis.uris[1]=redis://b").problem())
        .contains("gatewright.redis.uris", "no cluster");
    assertThat(
            refused(uri(), FINGERPRINT_SECRET, "gatewright.redis.fingerprint-secret-name=fp")
                .problem())
        .contains("are both set");
    assertThat(
            refused(uri(), FINGERPRINT_SECRET, "gatewright.redis.command-deadline=0ms").problem())
        .contains("gatewright.redis.command-deadline");
    assertThat(refused(uri(), FINGERPRINT_SECRET, "gatewright.redis.instances=0").problem())
        .contains("gatewright.redis.instances");
    assertThat(
            refused(uri(), FINGERPRINT_SECRET, "gatewright.limits.refresh-interval=999ms")
                .problem())
        .contains("gatewright.limits.refresh-interval");
  }

  private static RunningApplication start(String... properties) {
    List<String> all = new ArrayList<>(List.of(properties));
    all.add(uri());
    all.add(FINGERPRINT_SECRET);
    // A busy machine must not look like an outage.
    all.add("gatewright.redis.command-deadline=5s");
    return RunningApplication.start(BankApplication.class, all.toArray(String[]::new));
  }

  private static String uri() {
    return "gatewright.redis.uris[0]=redis://127.0.0.1:" + port;
  }

  private static StartUpException refused(String... properties) {
    Throwable thrown =
        catchThrowable(() -> RunningApplication.start(BankApplication.class, properties).close());
    while (thrown != null && !(thrown instanceof StartUpException)) {
      thrown = thrown.getCause();
    }
    assertThat(thrown).as("the start was refused").isNotNull();
    return (StartUpException) thrown;
  }
}
