package dev.gatewright.redis;

import dev.gatewright.limit.LimitBounds;
import dev.gatewright.runtime.limit.LimitDecision;
import dev.gatewright.runtime.policy.LimitPolicy;

/**
 * Token bucket and leaky bucket as one: the generic cell rate algorithm (ITU-T I.371). The word is
 * what the key owes, in nanoseconds: how long the bucket takes to drain, or to refill.
 *
 * <p>The emission interval, period ÷ permits, is rounded up to whole nanoseconds. What the longest
 * burst owes, 36 years, is together with today's time still a whole number of microseconds to Lua.
 */
final class BucketCounter implements Counter {

  private final LimitPolicy limit;
  private final LeasePlan lease;
  private final long intervalNanos;
  private final long costNanos;
  private final long burstNanos;
  private final long holdsNanos;

  BucketCounter(LimitPolicy limit, LeasePlan lease) {
    this.limit = limit;
    this.lease = lease;
    this.intervalNanos = LimitBounds.intervalNanos(limit.period(), limit.permits());
    this.costNanos = limit.cost() * intervalNanos;
    this.burstNanos = limit.burst() * intervalNanos;
    this.holdsNanos = burstNanos + limit.maxWait().toNanos() - lease.lifeMicros() * NANOS_PER_MICRO;
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
    return 'b';
  }

  @Override
  public void describeTo(LimitArgument argument) {
    write(argument.add(intervalNanos), holdsNanos);
  }

  @Override
  public void writeCalls(LimitArgument argument, long calls) {
    write(argument, calls * costNanos);
  }

  @Override
  public void writePermits(LimitArgument argument, long permits) {
    write(argument, Math.min(permits, holdsNanos / intervalNanos + 1) * intervalNanos);
  }

  @Override
  public long word(long first, long second) {
    return first * NANOS_PER_MICRO + second;
  }

  @Override
  public long charged(long word, long calls) {
    return word + calls * costNanos;
  }

  @Override
  public long chargedAt(long word, long saidAt) {
    return saidAt * NANOS_PER_MICRO + word;
  }

  @Override
  public boolean grants(long word, long saidAt, long now) {
    return debt(word, saidAt, now) + costNanos <= holdsNanos;
  }

  @Override
  public LimitDecision granted(long word, long saidAt, long now) {
    long debt = debt(word, saidAt, now);
    long wait = Counter.wholeMicros(Math.max(debt - burstNanos, 0));
    long next = Counter.wholeMicros(Math.max(debt + costNanos - holdsNanos, 0));
    return new LimitDecision(limit, true, remaining(debt), Counter.wholeMicros(debt), next, wait);
  }

  @Override
  public LimitDecision refused(long word, long saidAt, long now) {
    long debt = debt(word, saidAt, now);
    long wait = Counter.wholeMicros(debt + costNanos - holdsNanos);
    return new LimitDecision(limit, false, remaining(debt), Counter.wholeMicros(debt), wait, 0);
  }

  @Override
  public long leaseMicros(long now) {
    return lease.lifeMicros();
  }

  private long remaining(long debt) {
    return Math.max(burstNanos - debt, 0) / intervalNanos;
  }

  private static long debt(long word, long saidAt, long now) {
    return Math.max(word - (now - saidAt) * NANOS_PER_MICRO, 0);
  }

  private static void write(LimitArgument argument, long nanos) {
    argument.add(nanos / NANOS_PER_MICRO).add(nanos % NANOS_PER_MICRO);
  }
}
