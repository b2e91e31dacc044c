package dev.gatewright.limit;

/**
 * Why a limit cannot be kept.
 *
 * @param kind which of its values is wrong, and in which way
 * @param most the largest number that can be kept; 0 where the fault is of another kind
 * @param reason what is wrong, as a part of a sentence
 * @param fix what to do, as a part of a sentence
 */
public record LimitFault(Kind kind, long most, String reason, String fix) {

  /** Which value is wrong, and in which way. */
  public enum Kind {
    /** The period is shorter than a millisecond or longer than 366 days. */
    PERIOD_OUT_OF_BOUNDS,
    /** There is no permit. */
    NO_PERMITS,
    /** The burst is negative. */
    NEGATIVE_BURST,
    /** A call costs nothing, or less. */
    NO_COST,
    /** A window has a burst. */
    BURST_OF_WINDOW,
    /** One call costs more than all permits of a window. */
    COST_ABOVE_PERMITS,
    /** One call costs more than a bucket ever holds. */
    COST_ABOVE_BURST,
    /** The permits are more than counters hold. */
    PERMITS_BEYOND_COUNTERS,
    /** The burst is more than counters hold. */
    BURST_BEYOND_COUNTERS,
    /** The cost, which is the burst of a leaky bucket, is more than counters hold. */
    COST_BEYOND_COUNTERS,
    /** Calls would wait for a negative time or longer than 30 seconds. */
    WAIT_OUT_OF_BOUNDS,
    /** Calls would wait, though only a leaky bucket holds them. */
    WAIT_WITHOUT_LEAKY_BUCKET
  }

  LimitFault(Kind kind, String reason, String fix) {
    this(kind, 0, reason, fix);
  }
}
