package dev.gatewright.runtime.limit;

/**
 * The arithmetic of a strategy. All it knows of a key is one word of 63 bits, 0 for a key that owes
 * nothing; times are nanoseconds of {@link MonotonicTime}. Immutable, and allocates nothing but
 * decisions.
 */
interface LimitAlgorithm {

  /** What {@link #charge} returns for a call that gets no permits. */
  long REFUSED = -1;

  /** The word after one more call, or {@link #REFUSED}. */
  long charge(long word, long now);

  /** The word without one call, of which {@code charged} was the word just after it. */
  long giveBack(long word, long charged, long now);

  /** The word with so many permits less that its key owes, at least none. */
  long credit(long word, long permits, long now);

  /** How much a word still holds against its key; comparable between words at one time. */
  long debt(long word, long now);

  /** A word that, now and later, grants no more than either of two. */
  long stricter(long one, long other);

  /** A word that grants one more call now, and then none for a while. */
  long oneCallLeft(long now);

  /**
   * What a word of the same strategy with other numbers means here: as many permits are owed, the
   * last of them counted as whole, at most all there are.
   *
   * @param before the algorithm of the word
   */
  long adopt(long word, LimitAlgorithm before, long now);

  /** What is left by a word, of a call that it grants or has granted. */
  LimitDecision granted(long word, long now);

  /** The decision on a refused call, from the word that refused it. */
  LimitDecision refused(long word, long now);
}
