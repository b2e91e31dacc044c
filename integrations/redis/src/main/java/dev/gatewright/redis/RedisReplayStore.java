package dev.gatewright.redis;

import dev.gatewright.authentication.replay.ReplayStore;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Uses in Redis, for applications that run more than once: what one instance has seen used, no
 * other accepts. One round trip each. Thread-safe.
 *
 * <p>A use is kept for two minutes, the most that clocks may differ, longer than asked for. Where
 * Redis cannot be asked the request is refused with 503; where it answered too late, the use is
 * recorded all the same.
 *
 * <p>One holder may record 60,000 uses a minute at all instances together, so that nobody alone
 * fills Redis: with proofs that are kept for three and a half minutes, 300,000 entries at most.
 * Uses are spread over a cluster in 16 parts by their keys, and a holder may record a 16th in each:
 * who comes near the bound may be refused a few percent before it.
 */
public final class RedisReplayStore implements ReplayStore {

  /** Most uses that one holder may record in a minute unless set. */
  public static final int DEFAULT_MAX_PER_HOLDER = 60_000;

  /** A script sees one slot of a cluster only, so that each part has its own counts. */
  private static final int PARTS = 16;

  private static final Duration COUNTED_TOGETHER = Duration.ofMinutes(1);
  private static final long TOO_MANY = -1;

  private final Commands commands;
  private final KeyFingerprint fingerprint;
  private final String uses;
  private final String counts;
  private final int maxPerHolder;
  private final InstantSource clock;

  /** Uses, by the system's clock. */
  public RedisReplayStore(RedisConnection connection) {
    this(connection, InstantSource.system());
  }

  /** Uses. */
  public RedisReplayStore(RedisConnection connection, InstantSource clock) {
    this(connection, DEFAULT_MAX_PER_HOLDER, clock);
  }

  /**
   * Uses, and this many of one holder.
   *
   * @param maxPerHolder most uses that one holder may record in a minute, 16 or more
   * @throws InvalidOptionException if that is less
   */
  public RedisReplayStore(RedisConnection connection, int maxPerHolder, InstantSource clock) {
    Option.require(
        maxPerHolder >= PARTS,
        "maxPerHolder",
        "is less than " + PARTS,
        "use " + DEFAULT_MAX_PER_HOLDER);
    this.commands = connection.commands();
    this.fingerprint = connection.fingerprint();
    this.uses = connection.keyPrefix() + ":used:";
    this.counts = connection.keyPrefix() + ":used-by:";
    this.maxPerHolder = maxPerHolder;
    this.clock = Objects.requireNonNull(clock);
  }

  /**
   * {@inheritDoc} Nobody's uses are counted.
   *
   * @throws RedisUnavailableException if Redis does not answer in time
   */
  @Override
  public boolean firstUse(String key, Instant until) {
    long millis = millisUntil(until);
    SetArgs args = SetArgs.Builder.nx();
    if (millis != 0) {
      args.px(millis);
    }
    // Null where the key was there: the command then does nothing.
    return commands.isDone(redis -> redis.set(uses + part(key) + key, "", args));
  }

  /**
   * {@inheritDoc}
   *
   * @throws RedisUnavailableException if Redis does not answer in time
   * @throws IllegalStateException if the holder has recorded too many in this minute
   */
  @Override
  public boolean firstUse(String holder, String key, Instant until) {
    String part = part(key);
    long[] answer =
        commands.run(
            Script.USE_ONCE,
            args -> {
              args.add(2).addKey(uses + part + key).addKey(counts + part + fingerprint.of(holder));
              args.add(millisUntil(until))
                  .add(maxPerHolder / PARTS)
                  .add(COUNTED_TOGETHER.toMillis());
            });
    if (answer[0] == TOO_MANY) {
      throw new IllegalStateException(
          "The "
              + maxPerHolder
              + " uses of one holder in a minute are taken. Fix: allow more for each holder.");
    }
    return answer[0] == 1;
  }

  /** The part of Redis that a key lies in: what stands in braces decides its slot in a cluster. */
  private static String part(String key) {
    return "{" + Math.floorMod(key.hashCode(), PARTS) + "}:";
  }

  /** Milliseconds from now that a use is kept, 1 at least; 0 for ever. */
  private long millisUntil(Instant until) {
    long millis = ClockSkew.millisUntil(until, clock);
    return millis == 0 ? 0 : Math.max(millis, 1);
  }
}
