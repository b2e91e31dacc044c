package dev.gatewright.runtime.limit;

import dev.gatewright.limit.LimitBounds;
import dev.gatewright.runtime.policy.LimitPolicy;

/**
 * Fixed windows, all keys' starting together. The word is the window's number and, in the low bits,
 * the permits taken in it. The number gets the bits that 36 years of windows need, the permits the
 * rest: 22 bits for a period of 1 ms, 32 for 1 s, 38 for 1 min, 49 for 1 d.
 */
final class FixedWindow implements LimitAlgorithm {
  private final LimitPolicy limit;
  private final long periodNanos;
  private final int countBits;
  private final long countMask;

  FixedWindow(LimitPolicy limit) {
    this.limit = limit;
    this.periodNanos = limit.period().toNanos();
    this.countBits = LimitBounds.fixedWindowBits(limit.period());
    this.countMask = (1L << countBits) - 1;
  }

  @Override
  public long charge(long word, long now) {
    long window = window(word, now);
    long taken = taken(word, window) + limit.cost();
    return taken <= limit.permits() ? (window << countBits) | taken : REFUSED;
  }

  @Override
  public long giveBack(long word, long charged, long now) {
    long window = word >>> countBits;
    if (window != charged >>> countBits) {
      return word; // Its window is over, and with it whatever was left.
    }
    return (window << countBits) | Math.max(taken(word, window) - limit.cost(), 0);
  }

  @Override
  public long credit(long word, long permits, long now) {
    long window = window(word, now);
    return (window << countBits) | Math.max(taken(word, window) - permits, 0);
  }

  @Override
  public long debt(long word, long now) {
    return taken(word, window(word, now));
  }

  @Override
  public long stricter(long one, long other) {
    return Math.max(one, other);
  }

  @Override
  public long oneCallLeft(long now) {
    return ((now / periodNanos) << countBits) | (limit.permits() - limit.cost());
  }

  @Override
  public long adopt(long word, LimitAlgorithm before, long now) {
    if (((FixedWindow) before).periodNanos == periodNanos) {
      return word;
    }
    long taken = Math.min(before.debt(word, now), limit.permits());
    return taken == 0 ? 0 : ((now / periodNanos) << countBits) | taken;
  }

  @Override
  public LimitDecision granted(long word, long now) {
    return decision(word, now, true);
  }

  @Override
  public LimitDecision refused(long word, long now) {
    return decision(word, now, false);
  }

  private LimitDecision decision(long word, long now, boolean granted) {
    long window = window(word, now);
    long end = (window + 1) * periodNanos - now;
    // Below 0 if the limit was larger when they were taken.
    long remaining = Math.max(limit.permits() - taken(word, window), 0);
    boolean next = granted && remaining >= limit.cost();
    return new LimitDecision(limit, granted, remaining, end, next ? 0 : end, 0);
  }

  /** The present window; the word's, should another thread already be in the next. */
  private long window(long word, long now) {
    return Math.max(now / periodNanos, word >>> countBits);
  }

  private long taken(long word, long window) {
    return word >>> countBits == window ? word & countMask : 0;
  }
}
