package dev.gatewright.redis;

import dev.gatewright.secret.SecretValue;
import java.time.Duration;

/** Connections to test with. */
final class Connections {
  static final SecretValue SECRET =
      SecretValue.of("fingerprint", "0123456789abcdef0123456789abcdef");

  private Connections() {}

  /** A connection that waits as long as a busy machine may take. */
  static RedisConnection patient(RedisProcess redis) {
    return RedisConnection.to(redis.uri())
        .fingerprintSecret(SECRET)
        .commandDeadline(Duration.ofSeconds(5))
        .connectTimeout(Duration.ofSeconds(20))
        .connect();
  }
}
