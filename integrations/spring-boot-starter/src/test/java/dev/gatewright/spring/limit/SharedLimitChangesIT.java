package dev.gatewright.spring.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.spring.RunningApplication;
import dev.gatewright.spring.bank.BankApplication;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

/** Applications that share their limits' changes by a real Redis, told over HTTP. */
class SharedLimitChangesIT {
  private static final String LIMITS = "/actuator/gatewrightlimits";
  private static final String UNCHANGED = "\"limit\":\"Accounts.limited#limited\",\"permits\":2,";
  private static final String CHANGED = "\"limit\":\"Accounts.limited#limited\",\"permits\":1,";

  private int port;
  private RedisServer redis;

  @BeforeEach
  void startRedis() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    redis = RedisServer.newRedisServer().port(port).bind("127.0.0.1").setting("save \"\"").build();
    redis.start();
  }

  @AfterEach
  void stopRedis() throws IOException {
    redis.stop();
  }

  @Test
  void aChangeReachesAllInstancesAndWhoStartsLaterUntilItIsWithdrawn() throws IOException {
    try (RunningApplication one = start();
        RunningApplication other = start()) {
      assertThat(post(one).statusCode()).isEqualTo(200);

      await(other, CHANGED);
      String alice = "Bearer " + RunningApplication.tokenOf("alice");
      assertThat(other.get("/accounts/limited", "Authorization", alice).statusCode())
          .isEqualTo(200);
      assertThat(other.get("/accounts/limited", "Authorization", alice).statusCode())
          .isEqualTo(429);
      try (RunningApplication late = start("gatewright.limits.refresh-interval=1h")) {
        assertThat(late.get(LIMITS).body()).as("before the first request").contains(CHANGED);
      }

      assertThat(
              other
                  .send(HttpRequest.newBuilder(other.uri(LIMITS + "/limited")).DELETE())
                  .statusCode())
          .isEqualTo(200);

      assertThat(other.get(LIMITS).body()).contains(UNCHANGED);
      await(one, UNCHANGED);

      redis.stop();

      HttpResponse<String> refused = post(one);
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.body())
          .contains("is not changed, as that cannot be kept")
          .contains("Fix:");
      assertThat(one.get(LIMITS).body()).contains(UNCHANGED);
    }
    await(() -> Thread.getAllStackTraces().keySet().stream().noneMatch(SharedLimitChangesIT::asks));
  }

  @Test
  void withoutRedisAnApplicationStartsAndChangesNothing() throws IOException {
    redis.stop();
    try (RunningApplication bank = start()) {
      assertThat(post(bank).statusCode()).isEqualTo(503);
      assertThat(bank.get(LIMITS).body()).contains(UNCHANGED);
    }
  }

  private static HttpResponse<String> post(RunningApplication application) {
    return application.post(
        LIMITS + "/limited", "{\"permits\":1}", "Content-Type", "application/json");
  }

  private static boolean asks(Thread thread) {
    return thread.getName().equals("gatewright-limits");
  }

  private static void await(RunningApplication application, String text) {
    await(() -> application.get(LIMITS).body().contains(text));
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("the time it took").isLessThan(deadline);
      LockSupport.parkNanos(50_000_000);
    }
  }

  private RunningApplication start(String... properties) {
    String[] all =
        Stream.concat(
                Stream.of(properties),
                Stream.of(
                    "gatewright.redis.uris=redis://127.0.0.1:" + port,
                    "gatewright.redis.fingerprint-secret=0123456789abcdef0123456789abcdef",
                    "gatewright.redis.command-deadline=5s",
                    "management.server.port=",
                    "management.endpoints.web.exposure.include=gatewrightlimits",
                    "spring.web.error.include-message=always",
                    "gatewright.exemptions=org.springframework.boot.webmvc.actuate.endpoint.web.WebMvcEndpointHandlerMapping,dev.gatewright.spring.LimitsEndpoint"))
            .toArray(String[]::new);
    return RunningApplication.start(BankApplication.class, all);
  }
}
