package dev.gatewright.redis;

import dev.gatewright.runtime.limit.LimitCharge;
import dev.gatewright.runtime.limit.LimitGroup;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A limiter on a real Redis whose time tests set. */
public final class ClockedRedis implements AutoCloseable {

  /** A time that begins a window of every length, as the reference's do at 0. */
  private final AtomicLong micros = new AtomicLong();

  private final RedisProcess redis = RedisProcess.start();
  private final RedisConnection connection =
      RedisConnection.to(redis.uri())
          .fingerprintSecret(Connections.SECRET)
          .commandDeadline(Duration.ofSeconds(5))
          .connect();
  private final LimiterClock clock =
      new LimiterClock() {
        @Override
        public long nanos() {
          return micros.get() * Counter.NANOS_PER_MICRO;
        }

        @Override
        public String redisMicros() {
          return Long.toString(micros.get());
        }
      };
  private RedisRateLimiter limiter = newLimiter();

  /** Microseconds since the last {@link #startAnew}. */
  public long micros() {
    return micros.get();
  }

  /** Lets time pass. */
  public void advance(long byMicros) {
    micros.addAndGet(byMicros);
  }

  /** Forgets all counters, and begins at 0 again. */
  public void startAnew() {
    redis.run(commands -> commands.flushall());
    micros.set(0);
    limiter = newLimiter();
  }

  /** A group of these limits. */
  public LimitGroup group(LimitPolicy... limits) {
    return limiter.group(List.of(limits));
  }

  /** Other numbers for a limit. */
  public void change(LimitPolicy limit) {
    limiter.change(limit);
  }

  /** One call to a group's only limit. */
  public static LimitCharge call(LimitGroup group, String key) {
    LimitCharge charge = group.newCharge();
    charge.key(0, key);
    if (charge.acquire() != charge.decision(0).granted()) {
      throw new AssertionError(charge.decision(0));
    }
    return charge;
  }

  @Override
  public void close() {
    connection.close();
    redis.close();
  }

  private RedisRateLimiter newLimiter() {
    return RedisRateLimiter.on(connection).clock(clock).build();
  }
}
