package dev.gatewright.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.gatewright.OnOutage;
import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.secret.SecretValue;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class RedisSecurityTest {

  @Test
  void aPasswordThatRedisRefusesStopsTheStartAndIsNotInTheMessage() {
    try (RedisProcess redis = RedisProcess.start("--requirepass", "right")) {
      assertThatThrownBy(() -> builder(redis.uri()).connect())
          .isInstanceOf(InvalidOptionException.class)
          .hasMessageContaining("'password' is not accepted by Redis")
          .hasMessageContaining("Fix:");
      assertThatThrownBy(
              () -> builder(redis.uri()).password(SecretValue.of("redis", "wr0ng")).connect())
          .isInstanceOf(InvalidOptionException.class)
          .hasMessageContaining("'password' is not accepted by Redis")
          .hasMessageNotContaining("wr0ng");
    }
  }

  @Test
  void aPasswordThatRotatesIsAskedForWhenAConnectionIsMadeAgain() {
    AtomicReference<String> password = new AtomicReference<>("old");
    int port = RedisProcess.freePort();
    RedisProcess redis = RedisProcess.startOn(port, "--requirepass", "old");
    try (RedisConnection connection =
        builder(redis.uri()).password(() -> SecretValue.of("redis", password.get())).connect()) {
      LimitCharge charge = call(connection);
      assertThat(charge.acquire()).isTrue();
      redis.close();
      password.set("new");
      redis = RedisProcess.startOn(port, "--requirepass", "new");
      OutageTest.await(charge::acquire);
    } finally {
      redis.close();
    }
  }

  @Test
  void aRedisThatMayForgetIsWarnedOf() {
    Logger logger = (Logger) LoggerFactory.getLogger(Commands.class);
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    logger.addAppender(logged);
    try (RedisProcess forgetful = RedisProcess.start("--maxmemory-policy", "allkeys-lru");
        RedisProcess sound = RedisProcess.start()) {
      builder(sound.uri()).connect().close();
      assertThat(logged.list).isEmpty();
      builder(forgetful.uri()).connect().close();
      assertThat(logged.list)
          .singleElement()
          .satisfies(
              event ->
                  assertThat(event.getFormattedMessage())
                      .contains("allkeys-lru")
                      .contains("Fix: set maxmemory-policy noeviction"));
    } finally {
      logger.detachAppender(logged);
    }
  }

  @Test
  void overTlsOnlyARedisWithATrustedCertificateIsTalkedTo(@TempDir Path directory)
      throws Exception {
    TestCertificates certificates = TestCertificates.in(directory);
    int port = RedisProcess.freePort();
    try (RedisProcess redis =
        RedisProcess.startOn(
            port,
            "--port",
            "0",
            "--tls-port",
            Integer.toString(port),
            "--tls-cert-file",
            certificates.certificate().toString(),
            "--tls-key-file",
            certificates.key().toString(),
            "--tls-ca-cert-file",
            certificates.authority().toString(),
            "--tls-auth-clients",
            "no")) {
      RedisURI uri = RedisURI.create("rediss://127.0.0.1:" + redis.port());
      SslOptions trusting =
          SslOptions.builder().trustManager(certificates.authority().toFile()).build();
      try (RedisConnection connection = builder(uri).ssl(trusting).connect()) {
        assertThat(call(connection).acquire()).isTrue();
      }
      try (RedisConnection connection = builder(uri).connect()) {
        assertThatThrownBy(() -> call(connection).acquire())
            .isInstanceOf(RedisUnavailableException.class);
      }
    }
  }

  private static LimitCharge call(RedisConnection connection) {
    return OutageTest.call(
        RedisRateLimiter.on(connection).build(), OutageTest.limit("l", 100, OnOutage.DENY));
  }

  private static RedisConnection.Builder builder(RedisURI uri) {
    return RedisConnection.to(uri)
        .fingerprintSecret(Connections.SECRET)
        .commandDeadline(Duration.ofSeconds(5))
        .connectTimeout(Duration.ofSeconds(20));
  }
}
