package dev.gatewright.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection, or one to each node of a cluster, that all threads share. A connection that is
 * lost is made again, after a delay that is drawn at random so that many instances do not come all
 * at once; until then commands are rejected, and never kept for later.
 */
final class SharedConnection implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SharedConnection.class);

  private static final Duration SHORTEST_DELAY = Duration.ofMillis(10);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(1);
  private static final int FIRST_DELAY_MILLIS = 50;
  private static final Duration TOPOLOGY_REFRESH = Duration.ofSeconds(30);

  /** Most commands that wait for an answer: bounds the memory while Redis hangs. */
  private static final int REQUEST_QUEUE_SIZE = 16_384;

  private final ClientResources resources;
  private final AbstractRedisClient client;
  private volatile @Nullable StatefulConnection<String, String> connection;
  private volatile @Nullable RedisClusterAsyncCommands<String, String> commands;
  private volatile boolean closed;

  SharedConnection(List<RedisURI> nodes, boolean cluster, Duration connectTimeout, SslOptions ssl) {
    resources =
        DefaultClientResources.builder()
            .reconnectDelay(
                Delay.fullJitter(
                    SHORTEST_DELAY, LONGEST_DELAY, FIRST_DELAY_MILLIS, TimeUnit.MILLISECONDS))
            .build();
    if (cluster) {
      ClusterClientOptions.Builder options = ClusterClientOptions.builder();
      // On top of the refreshes that redirections and lost connections trigger.
      options.topologyRefreshOptions(
          ClusterTopologyRefreshOptions.builder()
              .adaptiveRefreshTriggersTimeout(LONGEST_DELAY)
              .enablePeriodicRefresh(TOPOLOGY_REFRESH)
              .build());
      configure(options, connectTimeout, ssl);
      RedisClusterClient clusterClient = RedisClusterClient.create(resources, nodes);
      clusterClient.setOptions(options.build());
      client = clusterClient;
    } else {
      ClientOptions.Builder options = ClientOptions.builder();
      configure(options, connectTimeout, ssl);
      RedisClient redisClient = RedisClient.create(resources, nodes.get(0));
      redisClient.setOptions(options.build());
      client = redisClient;
    }
  }

  private static void configure(
      ClientOptions.Builder options, Duration connectTimeout, SslOptions ssl) {
    options
        .autoReconnect(true)
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
        .requestQueueSize(REQUEST_QUEUE_SIZE)
        // Who waits for a command knows how long; a timer for each would cost more than that.
        .timeoutOptions(TimeoutOptions.create())
        .socketOptions(
            SocketOptions.builder().connectTimeout(connectTimeout).keepAlive(true).build())
        .sslOptions(ssl);
  }

  /**
   * Connects, or goes on trying in the background if Redis cannot be reached now.
   *
   * @return whether it is connected
   * @throws RedisCommandExecutionException if Redis refuses the credentials
   */
  boolean start(Runnable whenConnected) {
    try {
      connect();
      return true;
    } catch (RuntimeException e) {
      RedisCommandExecutionException refused = refusal(e);
      if (refused != null) {
        close();
        throw refused;
      }
      log.warn(
          "Redis cannot be reached yet, so what needs it is decided by its outage policy: {}",
          String.valueOf(rootOf(e).getMessage()));
    }
    Thread thread = new Thread(() -> keepConnecting(whenConnected), "gatewright-redis-connect");
    thread.setDaemon(true);
    thread.start();
    return false;
  }

  /** The commands, or null while Redis was never reached. */
  @Nullable RedisClusterAsyncCommands<String, String> commands() {
    return commands;
  }

  private void connect() {
    if (client instanceof RedisClusterClient cluster) {
      StatefulRedisClusterConnection<String, String> made = cluster.connect(StringCodec.UTF8);
      connection = made;
      commands = made.async();
    } else {
      StatefulRedisConnection<String, String> made =
          ((RedisClient) client).connect(StringCodec.UTF8);
      connection = made;
      commands = made.async();
    }
  }

  private void keepConnecting(Runnable whenConnected) {
    while (!closed) {
      try {
        Thread.sleep(
            ThreadLocalRandom.current()
                .nextLong(SHORTEST_DELAY.toMillis(), LONGEST_DELAY.toMillis()));
        connect();
        if (closed) {
          close(); // Meanwhile: nobody else will.
        } else {
          whenConnected.run();
        }
        return;
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        log.debug("Redis still cannot be reached", e);
      }
    }
  }

  private static @Nullable RedisCommandExecutionException refusal(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RedisCommandExecutionException refused) {
        String message = String.valueOf(refused.getMessage());
        if (message.startsWith("NOAUTH")
            || message.startsWith("WRONGPASS")
            || message.startsWith("NOPERM")
            || message.contains("invalid password")) {
          return refused;
        }
      }
    }
    return null;
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // Its threads are daemons: nobody has to wait.
  public void close() {
    closed = true;
    StatefulConnection<String, String> made = connection;
    if (made != null) {
      made.close();
    }
    client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    resources.shutdown(0, 2, TimeUnit.SECONDS);
  }
}
