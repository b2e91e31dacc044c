package dev.gatewright.runtime.limit;

/**
 * The counters of one limit. What it says is one number, so that saying it allocates nothing: 0 or
 * more if it grants, the complement of that, which is negative, if it refuses. Thread-safe.
 */
interface LimitCounter {

  /** Instead of an answer: another counter has taken this one's place, or is about to. */
  long MOVED = Long.MIN_VALUE + 1;

  /** What {@link #charge} would say; charges nothing. */
  long peek(long fingerprint, long now);

  /** Charges a key what one call costs, or refuses it. */
  long charge(long fingerprint, long now);

  /**
   * Takes back one charge, now.
   *
   * @param said what was said of it
   * @param chargedAt when
   */
  void giveBack(long fingerprint, long said, long chargedAt, long now);

  /**
   * Lowers what a key owes by so many permits, at least to nothing.
   *
   * @return false if another counter has taken this one's place, and nothing was done
   */
  boolean credit(long fingerprint, long permits, long now);

  /** In words, what was said at a time. */
  LimitDecision decision(long said, long now);

  /** What was said, as the state of the key: of a refusal, that which it found. */
  static long state(long said) {
    return said < 0 ? ~said : said;
  }
}
