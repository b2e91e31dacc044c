package dev.gatewright.runtime.limit;

import dev.gatewright.runtime.policy.LimitPolicy;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What the strategies promise, as plainly as it can be said: lists of granted calls, exact numbers
 * of any size, and waiting times found by trying.
 */
abstract sealed class ReferenceLimit {

  /**
   * A granted call.
   *
   * @param drainedAt when a bucket that drains call by call has drained this one
   */
  record Grant(String key, long time, BigInteger drainedAt) {}

  final LimitPolicy limit;
  private final Map<String, List<Grant>> grants = new HashMap<>();
  private @Nullable Grant last;

  private ReferenceLimit(LimitPolicy limit) {
    this.limit = limit;
  }

  static ReferenceLimit of(LimitPolicy limit) {
    return switch (limit.strategy()) {
      case TOKEN_BUCKET, LEAKY_BUCKET -> new Bucket(limit);
      case FIXED_WINDOW -> new Fixed(limit);
      case SLIDING_WINDOW -> new Sliding(limit);
    };
  }

  /** Permits a key could take now. */
  abstract long available(String key, long now);

  boolean wouldGrant(String key, long now) {
    return available(key, now) >= limit.cost();
  }

  Grant grant(String key, long now) {
    Grant grant = new Grant(key, now, drainedAt(key, now));
    grantsOf(key).add(grant);
    last = grant;
    return grant;
  }

  /** The last call that was granted. */
  Grant last() {
    return Objects.requireNonNull(last);
  }

  BigInteger drainedAt(String key, long now) {
    return BigInteger.ZERO;
  }

  void giveBack(Grant grant, long now) {
    grantsOf(grant.key()).remove(grant);
  }

  LimitDecision acquire(String key, long now) {
    boolean granted = wouldGrant(key, now);
    if (granted) {
      grant(key, now);
    }
    long wait = wouldGrant(key, now) ? 0 : firstWait(step -> wouldGrant(key, now + step));
    long reset = firstWait(step -> available(key, now + step) == limit.burst());
    return new LimitDecision(limit, granted, available(key, now), reset, wait, 0);
  }

  final List<Grant> grantsOf(String key) {
    return grants.computeIfAbsent(key, k -> new ArrayList<>());
  }

  final long periodNanos() {
    return limit.period().toNanos();
  }

  /** Permits taken in the window with a number. */
  final long takenIn(long window, String key) {
    return grantsOf(key).stream().filter(grant -> grant.time() / periodNanos() == window).count()
        * limit.cost();
  }

  /** The smallest step at which something that stays true becomes true. */
  private static long firstWait(LongPredicate becomesTrue) {
    long tooEarly = -1;
    long lateEnough = 1;
    while (!becomesTrue.test(lateEnough)) {
      lateEnough *= 2;
    }
    while (lateEnough - tooEarly > 1) {
      long middle = tooEarly + (lateEnough - tooEarly) / 2;
      if (becomesTrue.test(middle)) {
        lateEnough = middle;
      } else {
        tooEarly = middle;
      }
    }
    return lateEnough;
  }

  /** A bucket of tokens that is refilled by one after each interval. */
  private static final class Bucket extends ReferenceLimit {
    private record Level(BigInteger tokenNanos, long time) {}

    private final BigInteger interval;
    private final BigInteger full;
    private final Map<String, Level> levels = new HashMap<>();

    Bucket(LimitPolicy limit) {
      super(limit);
      BigInteger permits = BigInteger.valueOf(limit.permits());
      BigInteger[] division = BigInteger.valueOf(periodNanos()).divideAndRemainder(permits);
      interval = division[1].signum() == 0 ? division[0] : division[0].add(BigInteger.ONE);
      full = interval.multiply(BigInteger.valueOf(limit.burst()));
    }

    @Override
    long available(String key, long now) {
      return level(key, now).divide(interval).longValueExact();
    }

    @Override
    BigInteger drainedAt(String key, long now) {
      BigInteger level = level(key, now).subtract(cost());
      levels.put(key, new Level(level, now));
      return BigInteger.valueOf(now).add(full).subtract(level);
    }

    /** What has drained of the call is refilled already. */
    @Override
    void giveBack(Grant grant, long now) {
      BigInteger owed = grant.drainedAt().subtract(BigInteger.valueOf(now));
      BigInteger level =
          level(grant.key(), now).add(owed.max(BigInteger.ZERO).min(cost())).min(full);
      levels.put(grant.key(), new Level(level, now));
    }

    private BigInteger cost() {
      return interval.multiply(BigInteger.valueOf(limit.cost()));
    }

    private BigInteger level(String key, long now) {
      Level level = levels.getOrDefault(key, new Level(full, now));
      return level.tokenNanos().add(BigInteger.valueOf(now - level.time())).min(full);
    }
  }

  /** All permits at the start of each window. */
  private static final class Fixed extends ReferenceLimit {
    Fixed(LimitPolicy limit) {
      super(limit);
    }

    @Override
    long available(String key, long now) {
      return limit.permits() - takenIn(now / periodNanos(), key);
    }
  }

  /** This window's permits, and of the previous window's the share that is not a period ago. */
  private static final class Sliding extends ReferenceLimit {
    Sliding(LimitPolicy limit) {
      super(limit);
    }

    @Override
    long available(String key, long now) {
      long window = now / periodNanos();
      BigInteger period = BigInteger.valueOf(periodNanos());
      BigInteger untilEnd = BigInteger.valueOf((window + 1) * periodNanos() - now);
      BigInteger free =
          BigInteger.valueOf(limit.permits() - takenIn(window, key))
              .multiply(period)
              .subtract(BigInteger.valueOf(takenIn(window - 1, key)).multiply(untilEnd));
      return free.signum() <= 0 ? 0 : free.divide(period).longValueExact();
    }
  }
}
