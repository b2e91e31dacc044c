package dev.gatewright.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import redis.embedded.core.ExecutableProvider;

/**
 * A real Redis in a process of its own, on this machine only, that tests kill, stop and start
 * again. Its executable is the one in embedded-redis, or what the system property {@code
 * gatewright.redis.executable} says: Valkey in the build's second run of these tests.
 */
final class RedisProcess implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final int port;
  private final Path directory;
  private final List<String> command;
  private Process process;

  private RedisProcess(int port, Path directory, List<String> command) {
    this.port = port;
    this.directory = directory;
    this.command = command;
  }

  /** A server without persistence, and with these settings, as of its command line. */
  static RedisProcess start(String... settings) {
    try {
      return startOn(freePort(), settings);
    } catch (IllegalStateException portWasTaken) {
      return startOn(freePort(), settings);
    }
  }

  /** A server on this port. */
  static RedisProcess startOn(int port, String... settings) {
    return start(port, List.of(), List.of(settings));
  }

  /** A sentinel that watches a master. */
  static RedisProcess startSentinel(int masterPort, int quorum) {
    int port = freePort();
    try {
      Path configuration =
          Files.createTempFile(Path.of("target").toAbsolutePath(), "sentinel", ".conf");
      Files.writeString(
          configuration,
          """
          port %d
          bind 127.0.0.1
          sentinel monitor gates 127.0.0.1 %d %d
          sentinel down-after-milliseconds gates 500
          sentinel failover-timeout gates 3000
          """
              .formatted(port, masterPort, quorum));
      return start(port, List.of(configuration.toString(), "--sentinel"), List.of());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RedisProcess start(int port, List<String> first, List<String> settings) {
    try {
      Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "redis");
      List<String> command = new ArrayList<>(List.of(Executable.PATH));
      command.addAll(first);
      if (first.isEmpty()) {
        command.addAll(List.of("--bind", HOST, "--save", "", "--appendonly", "no"));
        if (!settings.contains("--port")) {
          command.addAll(List.of("--port", Integer.toString(port)));
        }
      }
      command.addAll(settings);
      RedisProcess redis = new RedisProcess(port, directory, List.copyOf(command));
      redis.startAgain();
      return redis;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return port;
  }

  RedisURI uri() {
    return RedisURI.create(HOST, port);
  }

  /** Starts a server that was killed: on the same port, knowing nothing. */
  void startAgain() {
    try {
      process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("log").toFile())
              .start();
    } catch (IOException e) {
      throw new IllegalStateException(
          command.get(0) + " does not run here. Fix: install it, as .ci/run does on Debian.", e);
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("Redis did not start: " + log());
      }
      pause(10);
    }
  }

  /** By its own word: another process may have taken the port in between, and would accept. */
  private boolean isReady() {
    String log = log();
    boolean ready = log.contains("Ready to accept connections") || log.contains("+monitor");
    return ready && process.isAlive() && accepts(port);
  }

  /** As {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Keeps its connections and answers nothing, until it goes on. */
  void freeze() {
    signal("STOP");
  }

  void goOn() {
    signal("CONT");
  }

  /** Runs something on a connection of its own. */
  <T> T run(Function<RedisCommands<String, String>, T> commands) {
    RedisClient client = RedisClient.create(uri());
    try (StatefulRedisConnection<String, String> connection = client.connect()) {
      return commands.apply(connection.sync());
    } finally {
      client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }
  }

  /** What a sentinel says of its masters. */
  String runSentinel() {
    RedisClient client = RedisClient.create();
    try (var connection = client.connectSentinel(uri())) {
      return connection.sync().info("sentinel");
    } finally {
      client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }
  }

  List<String> keys() {
    return run(commands -> commands.keys("*"));
  }

  String log() {
    try {
      return Files.readString(directory.resolve("log"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    goOn();
    kill();
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean accepts(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Unpacked once. */
  private static final class Executable {
    private static final String PATH = path();

    private static String path() {
      String given = System.getProperty("gatewright.redis.executable");
      if (given != null) {
        return given;
      }
      try {
        return ExecutableProvider.newJarResourceProvider().get().getPath();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
