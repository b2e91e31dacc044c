package dev.gatewright.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.OnOutage;
import dev.gatewright.runtime.limit.LimitCharge;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class SentinelTest {

  @Test
  void whenTheMasterIsKilledItsReplicaKeepsCounting() {
    try (RedisProcess master = RedisProcess.start();
        RedisProcess replica =
            RedisProcess.start("--replicaof", "127.0.0.1", Integer.toString(master.port()));
        RedisProcess sentinel = RedisProcess.startSentinel(master.port(), 1);
        RedisConnection connection =
            RedisConnection.to(
                    RedisURI.Builder.sentinel("127.0.0.1", sentinel.port(), "gates").build())
                .fingerprintSecret(Connections.SECRET)
                .commandDeadline(Duration.ofMillis(100))
                .connect()) {
      awaitThat(() -> replica.run(redis -> redis.info("replication")).contains("link_status:up"));
      awaitThat(() -> sentinel.runSentinel().contains("slaves=1"));
      RedisRateLimiter limiter = RedisRateLimiter.on(connection).build();
      LimitCharge spent = OutageTest.call(limiter, OutageTest.limit("a", 1, OnOutage.DENY));
      LimitCharge free = OutageTest.call(limiter, OutageTest.limit("b", 100_000, OnOutage.DENY));
      OutageTest.await(spent::acquire);
      awaitThat(() -> replica.keys().size() == 1);

      master.kill();
      long recovery = OutageTest.await(free::acquire);
      System.out.printf("Master killed: its replica counts after %d ms%n", recovery);
      assertThat(replica.keys()).hasSize(2);
      RedisProcess.pause(1_100);
      assertThat(spent.acquire()).as("exhausted before, exhausted after").isFalse();
    }
  }

  private static void awaitThat(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      RedisProcess.pause(50);
    }
  }
}
