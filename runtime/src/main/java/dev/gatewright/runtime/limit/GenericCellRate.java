package dev.gatewright.runtime.limit;

import dev.gatewright.limit.LimitBounds;
import dev.gatewright.runtime.policy.LimitPolicy;

/**
 * Token bucket and leaky bucket as one: the generic cell rate algorithm (ITU-T I.371). The word is
 * the theoretical arrival time: when the bucket will have drained (or refilled), in nanoseconds.
 *
 * <p>The emission interval, period ÷ permits, is rounded up to whole nanoseconds, so that the rate
 * is never above the limit and at most 1 % below it.
 */
final class GenericCellRate implements LimitAlgorithm {

  private final LimitPolicy limit;
  private final long intervalNanos;
  private final long costNanos;
  private final long burstNanos;
  private final long maxWaitNanos;

  GenericCellRate(LimitPolicy limit) {
    this.limit = limit;
    this.intervalNanos = LimitBounds.intervalNanos(limit.period(), limit.permits());
    this.costNanos = limit.cost() * intervalNanos;
    this.burstNanos = limit.burst() * intervalNanos;
    this.maxWaitNanos = limit.maxWait().toNanos();
  }

  @Override
  public long charge(long word, long now) {
    long arrival = Math.max(word, now) + costNanos;
    return arrival - now <= burstNanos + maxWaitNanos ? arrival : REFUSED;
  }

  @Override
  public long giveBack(long word, long charged, long now) {
    // Calls drain one after the other: what has of this one is no longer owed. A full bucket stays.
    return Math.max(word - Math.min(Math.max(charged - now, 0), costNanos), 0);
  }

  @Override
  public long credit(long word, long permits, long now) {
    long owed = debt(word, now);
    return permits >= owed / intervalNanos + 1 ? now : word - permits * intervalNanos;
  }

  @Override
  public long debt(long word, long now) {
    return Math.max(word - now, 0);
  }

  @Override
  public long stricter(long one, long other) {
    return Math.max(one, other);
  }

  @Override
  public long oneCallLeft(long now) {
    return now + burstNanos - costNanos;
  }

  @Override
  public long adopt(long word, LimitAlgorithm before, long now) {
    long interval = ((GenericCellRate) before).intervalNanos;
    long permits = (before.debt(word, now) + interval - 1) / interval;
    long most = (burstNanos + maxWaitNanos) / intervalNanos;
    return permits == 0 ? 0 : now + Math.min(permits, most) * intervalNanos;
  }

  @Override
  public LimitDecision granted(long word, long now) {
    long debt = debt(word, now);
    long wait = Math.max(debt - burstNanos, 0);
    long next = Math.max(debt + costNanos - burstNanos - maxWaitNanos, 0);
    return new LimitDecision(limit, true, remaining(word, now), debt, next, wait);
  }

  @Override
  public LimitDecision refused(long word, long now) {
    long wait = word + costNanos - now - burstNanos - maxWaitNanos;
    return new LimitDecision(limit, false, remaining(word, now), debt(word, now), wait, 0);
  }

  private long remaining(long word, long now) {
    return Math.max(burstNanos - debt(word, now), 0) / intervalNanos;
  }
}
