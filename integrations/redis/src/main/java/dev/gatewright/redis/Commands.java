package dev.gatewright.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends commands, and waits for none longer than the deadline. Thread-safe. */
final class Commands {
  private static final Logger log = LoggerFactory.getLogger(Commands.class);

  private final SharedConnection connection;
  private final Breaker breaker;
  private final long deadlineNanos;

  Commands(SharedConnection connection, Breaker breaker, Duration deadline) {
    this.connection = connection;
    this.breaker = breaker;
    this.deadlineNanos = deadline.toNanos();
  }

  boolean areAnswered() {
    return connection.commands() != null && breaker.isClosed();
  }

  /** What a script is given after its digest or source. */
  interface ScriptArguments {

    /** Writes the number of keys, the keys, and the arguments. */
    void writeTo(CommandArgs<String, String> args);
  }

  /**
   * Runs a script in one round trip; in two where Redis has lost the script.
   *
   * @throws RedisUnavailableException if Redis does not answer in time
   */
  long[] run(Script script, ScriptArguments arguments) {
    return await(
        commands -> dispatch(commands, CommandType.EVALSHA, script.digest(), arguments),
        commands -> {
          var unused = commands.scriptLoad(script.source());
          return dispatch(commands, CommandType.EVAL, script.source(), arguments);
        });
  }

  /**
   * Sends a command and waits for its answer.
   *
   * @throws RedisUnavailableException if Redis does not answer in time
   */
  <T> T ask(Function<RedisClusterAsyncCommands<String, String>, ? extends RedisFuture<T>> command) {
    return await(command, null);
  }

  /**
   * Sends a command that no request waits for: it may take a second, and an error, as of a user who
   * may not do this, does not keep requests from asking.
   *
   * @throws RedisUnavailableException if Redis does not do it in time; it may do it later
   */
  <T> T askAside(Function<RedisClusterAsyncCommands<String, String>, RedisFuture<T>> command) {
    RedisClusterAsyncCommands<String, String> commands = connection.commands();
    if (commands == null) {
      throw new RedisUnavailableException("Redis was not reached yet", null);
    }
    try {
      return command.apply(commands).get(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RedisUnavailableException("Interrupted while waiting for Redis", e);
    } catch (TimeoutException e) {
      throw new RedisUnavailableException("Redis did not answer within a second", e);
    } catch (ExecutionException e) {
      throw new RedisUnavailableException("Redis failed: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      throw new RedisUnavailableException("Redis cannot be asked: " + e.getMessage(), e);
    }
  }

  /**
   * Sends a command that answers nothing where its condition does not hold.
   *
   * @return whether it was carried out
   * @throws RedisUnavailableException if Redis does not answer in time
   */
  boolean isDone(Function<RedisClusterAsyncCommands<String, String>, RedisFuture<String>> command) {
    return await(
        commands ->
            command.apply(commands).toCompletableFuture().thenApply(answer -> answer != null),
        null);
  }

  /**
   * Runs a script without waiting for it. Where Redis cannot be asked, or fails, it is not run; so
   * it is for what is safe to lose.
   *
   * @return done when Redis has answered, in whatever way
   */
  CompletableFuture<?> send(Script script, ScriptArguments arguments) {
    RedisClusterAsyncCommands<String, String> commands = connection.commands();
    if (commands == null || !breaker.isClosed()) {
      return CompletableFuture.completedFuture(null);
    }
    try {
      return dispatch(commands, CommandType.EVALSHA, script.digest(), arguments)
          .toCompletableFuture()
          .exceptionallyCompose(
              failure ->
                  failure instanceof RedisNoScriptException
                      ? dispatch(commands, CommandType.EVAL, script.source(), arguments)
                      : CompletableFuture.failedStage(failure))
          .exceptionally(Commands::lost);
    } catch (RedisException e) {
      return CompletableFuture.completedFuture(lost(e));
    }
  }

  private static long @Nullable [] lost(Throwable failure) {
    log.debug("Redis did not do what it was sent", failure);
    return null;
  }

  private static RedisFuture<long[]> dispatch(
      RedisClusterAsyncCommands<String, String> commands,
      CommandType type,
      String script,
      ScriptArguments arguments) {
    CommandArgs<String, String> args = new CommandArgs<>(StringCodec.UTF8);
    args.add(script);
    arguments.writeTo(args);
    return commands.dispatch(type, new LongsOutput(), args);
  }

  private <T> T await(
      Function<RedisClusterAsyncCommands<String, String>, ? extends Future<T>> command,
      @Nullable Function<RedisClusterAsyncCommands<String, String>, ? extends Future<T>>
          withoutScript) {
    RedisClusterAsyncCommands<String, String> commands = connection.commands();
    if (commands == null) {
      throw new RedisUnavailableException("Redis was not reached yet", null);
    }
    if (!breaker.permits()) {
      throw new RedisUnavailableException("Redis is not asked: it did not answer lately", null);
    }
    long startedAt = System.nanoTime();
    Future<T> future = null;
    try {
      future = command.apply(commands);
      T answer;
      try {
        answer = future.get(deadlineNanos, TimeUnit.NANOSECONDS);
      } catch (ExecutionException e) {
        if (withoutScript == null || !(e.getCause() instanceof RedisNoScriptException)) {
          throw e;
        }
        future = withoutScript.apply(commands);
        long left = deadlineNanos - (System.nanoTime() - startedAt);
        answer = future.get(left, TimeUnit.NANOSECONDS);
      }
      breaker.answered(startedAt);
      return answer;
    } catch (InterruptedException e) {
      breaker.abandoned();
      future.cancel(false);
      Thread.currentThread().interrupt();
      throw new RedisUnavailableException("Interrupted while waiting for Redis", e);
    } catch (TimeoutException e) {
      breaker.failed(startedAt, e);
      future.cancel(false);
      throw new RedisUnavailableException(
          "Redis did not answer within " + TimeUnit.NANOSECONDS.toMillis(deadlineNanos) + " ms", e);
    } catch (ExecutionException e) {
      breaker.failed(startedAt, e);
      throw new RedisUnavailableException("Redis failed", e.getCause());
    } catch (RuntimeException e) {
      breaker.failed(startedAt, e);
      throw new RedisUnavailableException("Redis cannot be asked", e);
    }
  }

  /** Loads the scripts, so that requests find them, and looks whether Redis keeps what it gets. */
  void prepare() {
    RedisClusterAsyncCommands<String, String> commands = connection.commands();
    if (commands == null) {
      return;
    }
    try {
      for (Script script :
          List.of(Script.ACQUIRE, Script.GIVE_BACK, Script.CUT_OFF, Script.USE_ONCE)) {
        commands.scriptLoad(script.source()).get(1, TimeUnit.SECONDS);
      }
      String policy = evictionPolicy(commands.info("memory").get(1, TimeUnit.SECONDS));
      if (!policy.equals("noeviction")) {
        log.warn(
            "Redis has maxmemory-policy {}: once its memory is full, it forgets limits,"
                + " revocations and what was used. Fix: set maxmemory-policy noeviction.",
            policy);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | RedisException e) {
      log.warn("Redis could not be prepared; requests will do it: {}", String.valueOf(e));
    }
  }

  /** The policy that {@code INFO memory} names; some do not allow {@code CONFIG GET}. */
  static String evictionPolicy(String info) {
    String name = "maxmemory_policy:";
    return info.lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(name.length()).trim())
        .findFirst()
        .orElse("unknown");
  }
}
