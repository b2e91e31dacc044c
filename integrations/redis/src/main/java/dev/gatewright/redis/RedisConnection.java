package dev.gatewright.redis;

import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import dev.gatewright.secret.SecretValue;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A Redis, or Valkey, that {@link RedisRateLimiter}, {@link RedisLimitChanges}, {@link
 * RedisRevocations} and {@link RedisReplayStore} keep their state in: one server, one watched by
 * Sentinel, or a cluster; version 6.2 or newer. Thread-safe, and meant to be shared.
 *
 * <p>No request waits longer than the deadline. A Redis that fails half of twenty calls is not
 * asked any more, except by one request at a time after waits of 0.1 to 1 second, until it answers.
 * While it is disconnected commands fail at once. Whoever asks then gets a {@link
 * RedisUnavailableException}.
 *
 * <p>Redis has to keep what it is given: with a {@code maxmemory-policy} other than {@code
 * noeviction} it drops counters and revocations when its memory is full. A warning is logged at
 * start if it may.
 */
public final class RedisConnection implements AutoCloseable {

  /** How long a request waits for Redis unless set. */
  public static final Duration DEFAULT_COMMAND_DEADLINE = Duration.ofMillis(20);

  private final SharedConnection connection;
  private final Commands commands;
  private final RedisListener listener;
  private final String keyPrefix;
  private final KeyFingerprint fingerprint;

  private RedisConnection(Builder builder, KeyFingerprint fingerprint) {
    this.fingerprint = fingerprint;
    this.listener = builder.listener;
    this.keyPrefix = builder.keyPrefix;
    this.connection =
        new SharedConnection(
            builder.authenticated(), builder.cluster, builder.connectTimeout, builder.ssl);
    this.commands = new Commands(connection, new Breaker(listener), builder.commandDeadline);
  }

  /** One server; or, where the URI names sentinels, the master they know. */
  public static Builder to(RedisURI server) {
    return new Builder(List.of(server), false);
  }

  /**
   * A cluster.
   *
   * @param nodes some of its nodes, at least one; the others are asked of them
   */
  public static Builder toCluster(List<RedisURI> nodes) {
    Option.require(!nodes.isEmpty(), "nodes", "is empty", "name some nodes of the cluster");
    return new Builder(nodes, true);
  }

  /** Whether Redis answers, as far as the last calls tell. */
  public boolean isAvailable() {
    return commands.areAnswered();
  }

  /** Disconnects. */
  @Override
  public void close() {
    connection.close();
  }

  Commands commands() {
    return commands;
  }

  RedisListener listener() {
    return listener;
  }

  String keyPrefix() {
    return keyPrefix;
  }

  KeyFingerprint fingerprint() {
    return fingerprint;
  }

  private RedisConnection start() {
    try {
      if (connection.start(commands::prepare)) {
        commands.prepare();
      }
    } catch (RedisCommandExecutionException e) {
      throw new InvalidOptionException(
          "password",
          "is not accepted by Redis (" + e.getMessage() + ")",
          "set the user and password that Redis knows, and allow that user scripts and the keys"
              + " that begin with '"
              + keyPrefix
              + "'");
    }
    return this;
  }

  /** Collects how to connect. Not thread-safe. */
  public static final class Builder {
    private static final Duration SHORTEST_DEADLINE = Duration.ofMillis(1);
    private static final Duration LONGEST_DEADLINE = Duration.ofSeconds(10);

    private final List<RedisURI> nodes;
    private final boolean cluster;
    private Duration commandDeadline = DEFAULT_COMMAND_DEADLINE;
    private Duration connectTimeout = Duration.ofSeconds(2);
    private String keyPrefix = "gatewright";
    private @Nullable SecretValue fingerprintSecret;
    private @Nullable String username;
    private @Nullable Supplier<SecretValue> password;
    private SslOptions ssl = SslOptions.create();
    private RedisListener listener = new RedisListener() {};

    private Builder(List<RedisURI> nodes, boolean cluster) {
      this.nodes = List.copyOf(nodes);
      this.cluster = cluster;
    }

    /**
     * What callers' names, addresses and credentials are hashed under before they reach Redis: at
     * least 16 bytes, the same for all instances of all applications that share counters. With
     * another secret all counters start anew. Required.
     */
    public Builder fingerprintSecret(SecretValue secret) {
      this.fingerprintSecret = Objects.requireNonNull(secret);
      return this;
    }

    /** The user to authenticate as, with the password; the default user unless set. */
    public Builder username(String user) {
      this.username = Objects.requireNonNull(user);
      return this;
    }

    /** The password, for as long as the process runs. */
    public Builder password(SecretValue secret) {
      Objects.requireNonNull(secret);
      return password(() -> secret);
    }

    /** The password, asked for each time a connection is made, so that it can rotate. */
    public Builder password(Supplier<SecretValue> secret) {
      this.password = Objects.requireNonNull(secret);
      return this;
    }

    /** Certificates and protocols of TLS, which the URI's scheme {@code rediss} turns on. */
    public Builder ssl(SslOptions options) {
      this.ssl = Objects.requireNonNull(options);
      return this;
    }

    /**
     * How long a request waits for Redis, for all of its limits together: 1 millisecond to 10
     * seconds, 20 milliseconds unless set. What takes longer is decided by the outage policy.
     *
     * @throws InvalidOptionException if it is not
     */
    public Builder commandDeadline(Duration deadline) {
      Option.require(
          deadline.compareTo(SHORTEST_DEADLINE) >= 0 && deadline.compareTo(LONGEST_DEADLINE) <= 0,
          "commandDeadline",
          "is " + deadline,
          "use 5 to 20 milliseconds, as PT0.02S");
      this.commandDeadline = deadline;
      return this;
    }

    /** How long one attempt to connect may take; 2 seconds unless set. */
    public Builder connectTimeout(Duration timeout) {
      Option.require(
          !timeout.isNegative() && !timeout.isZero(),
          "connectTimeout",
          "is " + timeout,
          "use 2 seconds, as PT2S");
      this.connectTimeout = timeout;
      return this;
    }

    /**
     * What all keys begin with; {@code gatewright} unless set. Applications that share a Redis and
     * not their limits have different ones.
     *
     * @throws InvalidOptionException if it is empty, or contains braces, which Redis Cluster reads
     */
    public Builder keyPrefix(String prefix) {
      Option.require(
          !Option.text("keyPrefix", prefix).contains("{") && !prefix.contains("}"),
          "keyPrefix",
          "contains a brace",
          "use letters, digits and colons");
      this.keyPrefix = prefix;
      return this;
    }

    /** Is told of outages. */
    public Builder listener(RedisListener newListener) {
      this.listener = Objects.requireNonNull(newListener);
      return this;
    }

    /**
     * Connects. A Redis that cannot be reached is no error: it is tried again in the background,
     * and what needs it is decided by its outage policy until then.
     *
     * @throws InvalidOptionException if the fingerprint secret is missing or too short, or Redis
     *     refuses the password
     */
    public RedisConnection connect() {
      SecretValue secret = fingerprintSecret;
      if (secret == null) {
        throw new InvalidOptionException(
            "fingerprintSecret",
            "is missing",
            "set 32 random bytes in base64, the same for all instances");
      }
      return new RedisConnection(this, new KeyFingerprint(secret)).start();
    }

    private List<RedisURI> authenticated() {
      return nodes.stream().map(this::authenticated).toList();
    }

    private RedisURI authenticated(RedisURI node) {
      RedisURI uri = copy(node);
      uri.setTimeout(connectTimeout);
      Supplier<SecretValue> secret = password;
      if (secret != null) {
        String user = username;
        uri.setCredentialsProvider(
            RedisCredentialsProvider.from(
                () -> RedisCredentials.just(user, secret.get().text().toCharArray())));
      }
      return uri;
    }

    /** A copy; Lettuce's own leaves the sentinels out. */
    private static RedisURI copy(RedisURI node) {
      if (node.getSentinels().isEmpty()) {
        return RedisURI.builder(node).build();
      }
      RedisURI.Builder copy =
          RedisURI.builder()
              .withSentinelMasterId(node.getSentinelMasterId())
              .withSsl(node)
              .withAuthentication(node)
              .withDatabase(node.getDatabase());
      node.getSentinels().forEach(copy::withSentinel);
      return copy.build();
    }
  }
}
