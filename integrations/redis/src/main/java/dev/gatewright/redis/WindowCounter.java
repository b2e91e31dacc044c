package dev.gatewright.redis;

import dev.gatewright.Strategy;
import dev.gatewright.runtime.limit.LimitDecision;
import dev.gatewright.runtime.policy.LimitPolicy;
import java.math.BigInteger;

/**
 * Fixed and sliding windows. Windows are counted from 1970 by Redis's clock, so they are the same
 * for all instances. The word is what was taken in the window before, in the upper half, and in the
 * present one. A fixed window does not look at the one before; a sliding one counts the share of it
 * that is less than a period ago, rounded up.
 */
final class WindowCounter implements Counter {
  private static final int COUNT_BITS = 31;
  private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

  /** With a period of 366 days, Lua's numbers can still hold what a share is calculated from. */
  private static final long MOST_PERMITS = 1L << 30;

  private final LimitPolicy limit;
  private final LeasePlan lease;
  private final boolean sliding;
  private final long period;

  WindowCounter(LimitPolicy limit, LeasePlan lease) {
    limit.require(
        limit.permits() <= MOST_PERMITS,
        "a window counts to " + MOST_PERMITS,
        "use at most " + MOST_PERMITS + " permits");
    this.limit = limit;
    this.lease = lease;
    this.sliding = limit.strategy() == Strategy.SLIDING_WINDOW;
    this.period = limit.period().toNanos() / NANOS_PER_MICRO;
  }

  @Override
  public LimitPolicy limit() {
    return limit;
  }

  @Override
  public LeasePlan lease() {
    return lease;
  }

  @Override
  public char kind() {
    return sliding ? 's' : 'f';
  }

  @Override
  public void describeTo(LimitArgument argument) {
    argument.add(period).add(limit.permits()).add(0);
  }

  @Override
  public void writeCalls(LimitArgument argument, long calls) {
    argument.add(calls * limit.cost()).add(0);
  }

  @Override
  public void writePermits(LimitArgument argument, long permits) {
    argument.add(Math.min(permits, MOST_PERMITS)).add(0);
  }

  @Override
  public long word(long first, long second) {
    return second << COUNT_BITS | first;
  }

  @Override
  public long charged(long word, long calls) {
    return word + calls * limit.cost();
  }

  @Override
  public long chargedAt(long word, long saidAt) {
    return saidAt * NANOS_PER_MICRO;
  }

  @Override
  public boolean grants(long word, long saidAt, long now) {
    return used(at(word, saidAt, now), now) + limit.cost() <= limit.permits();
  }

  @Override
  public LimitDecision granted(long word, long saidAt, long now) {
    long present = at(word, saidAt, now);
    long remaining = remaining(present, now);
    long next = remaining >= limit.cost() ? 0 : untilGranted(present, now);
    return new LimitDecision(limit, true, remaining, reset(present, now), next, 0);
  }

  @Override
  public LimitDecision refused(long word, long saidAt, long now) {
    long present = at(word, saidAt, now);
    long wait = untilGranted(present, now);
    return new LimitDecision(limit, false, remaining(present, now), reset(present, now), wait, 0);
  }

  private long untilGranted(long present, long now) {
    return (sliding ? wait(present, now) : untilEnd(now)) * NANOS_PER_MICRO;
  }

  @Override
  public long leaseMicros(long now) {
    return Math.min(lease.lifeMicros(), untilEnd(now));
  }

  private long remaining(long present, long now) {
    return Math.max(limit.permits() - used(present, now), 0);
  }

  private long reset(long present, long now) {
    if (!sliding) {
      return untilEnd(now) * NANOS_PER_MICRO;
    }
    if (current(present) > 0) {
      return (untilEnd(now) + period) * NANOS_PER_MICRO;
    }
    return previous(present) > 0 ? untilEnd(now) * NANOS_PER_MICRO : 0;
  }

  /** Until a call that is refused now would fit, if nobody else calls. */
  private long wait(long present, long now) {
    long room = limit.permits() - limit.cost() - current(present);
    if (room >= 0) {
      // When the previous window's share has faded to the room that is left.
      return untilEnd(now) - share(room, period, previous(present), false);
    }
    // Not in this window; in the next, this one's count fades in its turn.
    long rest = share(limit.permits() - limit.cost(), period, current(present), false);
    return untilEnd(now) + period - rest;
  }

  private long used(long present, long now) {
    return sliding
        ? current(present) + share(previous(present), untilEnd(now), period, true)
        : current(present);
  }

  /** The word as it reads in the present window. */
  private long at(long word, long saidAt, long now) {
    long age = now / period - saidAt / period;
    if (age <= 0) {
      return word;
    }
    return age == 1 && sliding ? current(word) << COUNT_BITS : 0;
  }

  private long untilEnd(long now) {
    return period - now % period;
  }

  private static long previous(long word) {
    return word >>> COUNT_BITS;
  }

  private static long current(long word) {
    return word & COUNT_MASK;
  }

  /** a × b ÷ c, up or down to a whole number. */
  private static long share(long a, long b, long c, boolean up) {
    if (Math.multiplyHigh(a, b) == 0 && a * b >= 0) {
      return up ? -Math.floorDiv(-a * b, c) : a * b / c;
    }
    BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    BigInteger[] quotient = product.divideAndRemainder(BigInteger.valueOf(c));
    return quotient[0].longValueExact() + (up && quotient[1].signum() > 0 ? 1 : 0);
  }
}
