package dev.gatewright.benchmarks;

import dev.gatewright.redis.RedisConnection;
import dev.gatewright.redis.RedisRateLimiter;
import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitGroup;
import dev.gatewright.runtime.policy.LimitPolicy;
import dev.gatewright.secret.SecretValue;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import redis.embedded.RedisServer;

/**
 * How many requests a second can be admitted under a limit in Redis that all of them share: one hot
 * key, on loopback, each contestant with one connection. The yardstick is PING, the least that one
 * round trip costs. To be run with 1 thread and with 16: {@code -t 1}, {@code -t 16}.
 *
 * <p>The limit is too generous to refuse, as in {@link LimitCheckBenchmark}.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init") // What is set up is set up before it is used.
public class RedisLimitBenchmark {
  private static final String KEY = "caller:alice";
  private static final long PERMITS = 10_000_000;
  private static final Duration PERIOD = Duration.ofSeconds(1);

  /** The yardstick: a round trip. */
  @Benchmark
  public String ping(Ping contestant) {
    return contestant.commands.ping();
  }

  /** Every call asks Redis. */
  @Benchmark
  public boolean gatewrightExact(Exact contestant, ExactCharge call) {
    call.charge.key(0, KEY);
    return call.charge.acquire();
  }

  /** Calls are charged in Redis several at once. */
  @Benchmark
  public boolean gatewrightLeased(Leased contestant, LeasedCharge call) {
    call.charge.key(0, KEY);
    return call.charge.acquire();
  }

  /** Bucket4j on the same client, by compare-and-swap as it does. */
  @Benchmark
  public boolean bucket4j(Bucket4j contestant) {
    return contestant.bucket.tryConsume(1);
  }

  /** A Redis of its own for each contestant, so that none inherits another's memory. */
  @State(Scope.Benchmark)
  public abstract static class Redis {
    private RedisServer server = newServer();

    /** Starts it. */
    @Setup
    public void start() throws IOException {
      server.start();
      connect(RedisURI.create("127.0.0.1", server.ports().get(0)));
    }

    /** Stops it. */
    @TearDown
    public void stop() throws IOException {
      disconnect();
      server.stop();
    }

    abstract void connect(RedisURI uri);

    abstract void disconnect();

    private static RedisServer newServer() {
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return RedisServer.newRedisServer()
            .port(free.getLocalPort())
            .bind("127.0.0.1")
            .setting("save \"\"")
            .setting("appendonly no")
            .build();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** One connection. */
  @State(Scope.Benchmark)
  public static class Ping extends Redis {
    private RedisClient client = RedisClient.create();
    private RedisCommands<String, String> commands;

    @Override
    void connect(RedisURI uri) {
      commands = client.connect(uri).sync();
    }

    @Override
    void disconnect() {
      client.shutdown();
    }
  }

  /** Gatewright's limiter. */
  @State(Scope.Benchmark)
  public abstract static class Limiter extends Redis {
    private RedisConnection connection;
    private RedisRateLimiter limiter;
    private LimitGroup group;

    abstract boolean leased();

    @Override
    void connect(RedisURI uri) {
      connection =
          RedisConnection.to(uri)
              .fingerprintSecret(SecretValue.of("fingerprint", "0123456789abcdef0123456789abcdef"))
              .commandDeadline(Duration.ofSeconds(1))
              .connect();
      limiter = RedisRateLimiter.on(connection).leased(limit -> leased()).build();
      group = limiter.group(List.of(LimitPolicy.named("hot").permits(PERMITS, PERIOD).build()));
    }

    @Override
    void disconnect() {
      limiter.close();
      connection.close();
    }

    LimitCharge newCharge() {
      return group.newCharge();
    }
  }

  /** Without leases. */
  @State(Scope.Benchmark)
  public static class Exact extends Limiter {
    @Override
    boolean leased() {
      return false;
    }
  }

  /** With leases. */
  @State(Scope.Benchmark)
  public static class Leased extends Limiter {
    @Override
    boolean leased() {
      return true;
    }
  }

  /** A thread's charge. */
  @State(Scope.Thread)
  public static class ExactCharge {
    private LimitCharge charge;

    /** Makes it. */
    @Setup
    public void make(Exact limiter) {
      charge = limiter.newCharge();
    }
  }

  /** A thread's charge. */
  @State(Scope.Thread)
  public static class LeasedCharge {
    private LimitCharge charge;

    /** Makes it. */
    @Setup
    public void make(Leased limiter) {
      charge = limiter.newCharge();
    }
  }

  /** Bucket4j's bucket. */
  @State(Scope.Benchmark)
  public static class Bucket4j extends Redis {
    private RedisClient client = RedisClient.create();
    private StatefulRedisConnection<byte[], byte[]> connection;
    private BucketProxy bucket;

    @Override
    void connect(RedisURI uri) {
      connection = client.connect(ByteArrayCodec.INSTANCE, uri);
      BucketConfiguration configuration =
          BucketConfiguration.builder()
              .addLimit(Bandwidth.builder().capacity(PERMITS).refillGreedy(PERMITS, PERIOD).build())
              .build();
      bucket =
          Bucket4jLettuce.casBasedBuilder(connection)
              .expirationAfterWrite(
                  ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(PERIOD))
              .build()
              .builder()
              .build(KEY.getBytes(StandardCharsets.UTF_8), () -> configuration);
    }

    @Override
    void disconnect() {
      client.shutdown();
    }
  }
}
