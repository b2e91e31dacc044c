package dev.gatewright.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.gatewright.OnOutage;
import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A real HTTP server under load while its Redis is killed and started again. Redis writes every
 * counter to disk before it answers, so nobody may get a permit twice because of that.
 */
class ChaosTest {
  private static final int CLIENTS = 8;
  private static final long PERMITS = 600;
  private static final int INSTANCES = 4;
  private static final String[] PERSISTENT = {"--appendonly", "yes", "--appendfsync", "always"};

  @ParameterizedTest
  @CsvSource({"DENY, false", "DENY, true", "IN_PROCESS, false", "IN_PROCESS, true"})
  void aKilledRedisCausesNoErrorAndNoPermitBeyondThePolicy(OnOutage onOutage, boolean leased)
      throws Exception {
    AtomicLong killedAt = new AtomicLong();
    AtomicLong startedAt = new AtomicLong();
    AtomicLong answeredAt = new AtomicLong();
    Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
    try (RedisProcess redis = RedisProcess.start(PERSISTENT);
        RedisConnection connection =
            RedisConnection.to(redis.uri())
                .fingerprintSecret(Connections.SECRET)
                .commandDeadline(Duration.ofMillis(50))
                .listener(
                    new RedisListener() {
                      @Override
                      public void available(Duration outage) {
                        answeredAt.set(System.nanoTime());
                      }
                    })
                .connect();
        RedisRateLimiter limiter =
            RedisRateLimiter.on(connection).leased(any -> leased).instances(INSTANCES).build()) {
      LimitGroup group = limiter.group(List.of(OutageTest.limit("api", PERMITS, onOutage)));
      HttpServer server = serve(group);
      URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
      Thread chaos =
          new Thread(
              () -> {
                RedisProcess.pause(300);
                killedAt.set(System.nanoTime());
                redis.kill();
                RedisProcess.pause(700);
                redis.startAgain();
                startedAt.set(System.nanoTime());
              });
      chaos.start();
      long began = System.nanoTime();
      Threads.race(
          CLIENTS,
          client ->
              load(
                  uri,
                  statuses,
                  () -> {
                    long seconds = (System.nanoTime() - began) / 1_000_000_000;
                    boolean recovered = startedAt.get() != 0 && answeredAt.get() > startedAt.get();
                    return seconds >= 20 || (seconds >= 3 && recovered);
                  }));
      chaos.join();
      server.stop(0);

      assertThat(statuses.keySet()).isSubsetOf(200, 429, 503);
      long granted = statuses.getOrDefault(200, new LongAdder()).sum();
      long most = onOutage == OnOutage.DENY ? PERMITS : PERMITS + PERMITS / INSTANCES;
      assertThat(granted).isLessThanOrEqualTo(most);
      if (onOutage == OnOutage.DENY) {
        assertThat(statuses).containsKey(503);
        assertThat(limiter.deniedCalls()).isPositive();
      } else {
        assertThat(statuses).doesNotContainKey(503);
        assertThat(limiter.callsDecidedInProcess()).isPositive();
      }
      assertThat(answeredAt.get()).as("Redis is asked again").isGreaterThan(startedAt.get());
      System.out.printf(
          "%s%s: %s, %d ms without Redis, asked again %d ms after its start%n",
          onOutage,
          leased ? ", leased" : "",
          statuses,
          (startedAt.get() - killedAt.get()) / 1_000_000,
          (answeredAt.get() - startedAt.get()) / 1_000_000);
    }
  }

  private static HttpServer serve(LimitGroup group) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          int status;
          try {
            LimitCharge charge = group.newCharge();
            charge.key(0, "everybody");
            status = charge.acquire() ? 200 : 429;
          } catch (RedisUnavailableException e) {
            status = 503;
          } catch (RuntimeException e) {
            status = 500;
          }
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static void load(URI uri, Map<Integer, LongAdder> statuses, BooleanSupplier isOver)
      throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(uri).build();
    while (!isOver.getAsBoolean()) {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      statuses.computeIfAbsent(status, any -> new LongAdder()).increment();
      RedisProcess.pause(4);
    }
  }
}
