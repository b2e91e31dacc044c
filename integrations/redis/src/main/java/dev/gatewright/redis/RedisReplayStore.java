package dev.gatewright.redis;

import dev.gatewright.runtime.replay.ReplayStore;
import io.lettuce.core.SetArgs;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Uses in Redis, for applications that run more than once: what one instance has seen used, no
 * other accepts. One command each. Thread-safe.
 *
 * <p>A use is kept for two minutes, the most that clocks may differ, longer than asked for. Where
 * Redis cannot be asked the request is refused with 503; where it answered too late, the use is
 * recorded all the same.
 */
public final class RedisReplayStore implements ReplayStore {
  private final Commands commands;
  private final String keyPrefix;
  private final InstantSource clock;

  /** Uses, by the system's clock. */
  public RedisReplayStore(RedisConnection connection) {
    this(connection, InstantSource.system());
  }

  /** Uses. */
  public RedisReplayStore(RedisConnection connection, InstantSource clock) {
    this.commands = connection.commands();
    this.keyPrefix = connection.keyPrefix() + ":used:";
    this.clock = Objects.requireNonNull(clock);
  }

  /**
   * {@inheritDoc}
   *
   * @throws RedisUnavailableException if Redis does not answer in time
   */
  @Override
  public boolean firstUse(String key, Instant until) {
    long millis = ClockSkew.millisUntil(until, clock);
    SetArgs args = SetArgs.Builder.nx();
    if (millis != 0) {
      args.px(Math.max(millis, 1));
    }
    // Null where the key was there: the command then does nothing.
    return commands.isDone(redis -> redis.set(keyPrefix + key, "", args));
  }
}
