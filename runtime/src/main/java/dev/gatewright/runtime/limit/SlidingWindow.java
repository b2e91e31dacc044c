package dev.gatewright.runtime.limit;

import dev.gatewright.limit.LimitBounds;
import dev.gatewright.runtime.policy.LimitPolicy;

/**
 * Two neighbouring fixed windows: what was taken in the present one, and of what was taken in the
 * previous one the share that still lies within a period of now. The word is the window's number,
 * the permits taken in the window before it, and those taken in it. The number gets the bits that
 * 36 years of windows need, the two counts half of the rest each: 11 bits for a period of 1 ms, 16
 * for 1 s, 19 for 1 min, 24 for 1 d.
 */
final class SlidingWindow implements LimitAlgorithm {
  private final LimitPolicy limit;
  private final long periodNanos;
  private final int countBits;
  private final long countMask;

  SlidingWindow(LimitPolicy limit) {
    this.limit = limit;
    this.periodNanos = limit.period().toNanos();
    this.countBits = LimitBounds.slidingWindowBits(limit.period());
    this.countMask = (1L << countBits) - 1;
  }

  @Override
  public long charge(long word, long now) {
    long present = at(now / periodNanos, word);
    if (used(present, now) + limit.cost() > limit.permits()) {
      return REFUSED;
    }
    return present + limit.cost();
  }

  @Override
  public long giveBack(long word, long charged, long now) {
    long age = window(word) - window(charged);
    if (age == 0) {
      return word - Math.min(current(word), limit.cost());
    }
    if (age == 1) {
      return word - (Math.min(previous(word), limit.cost()) << countBits);
    }
    return word; // Its window no longer counts.
  }

  @Override
  public long credit(long word, long permits, long now) {
    long present = at(now / periodNanos, word);
    long ofCurrent = Math.min(current(present), permits);
    long ofPrevious = Math.min(previous(present), permits - ofCurrent);
    return present - (ofPrevious << countBits) - ofCurrent;
  }

  @Override
  public long debt(long word, long now) {
    return used(at(now / periodNanos, word), now);
  }

  @Override
  public long stricter(long one, long other) {
    // Which of two words holds more depends on the time: their counts fade unequally. The larger of
    // each count, in the same window, holds at least as much as either at any time.
    long window = Math.max(window(one), window(other));
    long first = at(window, one);
    long second = at(window, other);
    return word(
        window,
        Math.max(previous(first), previous(second)),
        Math.max(current(first), current(second)));
  }

  @Override
  public long oneCallLeft(long now) {
    return word(now / periodNanos, 0, limit.permits() - limit.cost());
  }

  @Override
  public long adopt(long word, LimitAlgorithm before, long now) {
    if (((SlidingWindow) before).periodNanos == periodNanos) {
      return word;
    }
    long taken = Math.min(before.debt(word, now), limit.permits());
    return taken == 0 ? 0 : word(now / periodNanos, 0, taken);
  }

  @Override
  public LimitDecision granted(long word, long now) {
    long present = at(now / periodNanos, word);
    long remaining = remaining(present, now);
    long next = remaining >= limit.cost() ? 0 : wait(present, now);
    return new LimitDecision(limit, true, remaining, reset(present, now), next, 0);
  }

  @Override
  public LimitDecision refused(long word, long now) {
    long present = at(now / periodNanos, word);
    return new LimitDecision(
        limit, false, remaining(present, now), reset(present, now), wait(present, now), 0);
  }

  private long remaining(long present, long now) {
    return Math.max(limit.permits() - used(present, now), 0);
  }

  private long reset(long present, long now) {
    long windows = current(present) > 0 ? 2 : previous(present) > 0 ? 1 : 0;
    return windows == 0 ? 0 : (window(present) + windows) * periodNanos - now;
  }

  /** Until a call that is refused now would fit, if nobody else calls. */
  private long wait(long present, long now) {
    long end = (window(present) + 1) * periodNanos;
    long room = limit.permits() - limit.cost() - current(present);
    if (room >= 0) {
      // When the previous window's share has faded to the room that is left.
      return end - quotient(room, periodNanos, previous(present)) - now;
    }
    // Not in this window; in the next, this one's count fades in its turn.
    long rest = quotient(limit.permits() - limit.cost(), periodNanos, current(present));
    return end + periodNanos - rest - now;
  }

  /** Permits that count against the key, the previous window's share rounded up. */
  private long used(long present, long now) {
    long untilEnd = Math.min((window(present) + 1) * periodNanos - now, periodNanos);
    long previous = previous(present);
    long share = quotient(previous, untilEnd, periodNanos);
    boolean exact = share * periodNanos == previous * untilEnd; // Both may wrap, and then alike.
    return current(present) + share + (exact ? 0 : 1);
  }

  /**
   * The word as it reads in a window; in its own, should that be later, because another thread is
   * already there.
   */
  private long at(long window, long word) {
    long age = window - window(word);
    if (age <= 0) {
      return word;
    }
    return word(window, age == 1 ? current(word) : 0, 0);
  }

  private long word(long window, long previous, long current) {
    return (((window << countBits) | previous) << countBits) | current;
  }

  private long window(long word) {
    return word >>> (2 * countBits);
  }

  private long previous(long word) {
    return (word >>> countBits) & countMask;
  }

  private long current(long word) {
    return word & countMask;
  }

  /**
   * ⌊a × b ÷ c⌋ where the product may need more than 64 bits, a and c ≥ 1 fit in 55 and so does the
   * quotient. Floating point comes within 16 of it; the remainder, which then is small, is right
   * even though the two products wrap, and corrects it.
   */
  private static long quotient(long a, long b, long c) {
    long quotient = (long) ((double) a * b / c);
    long remainder = a * b - quotient * c;
    while (remainder < 0) {
      quotient--;
      remainder += c;
    }
    while (remainder >= c) {
      quotient++;
      remainder -= c;
    }
    return quotient;
  }
}
