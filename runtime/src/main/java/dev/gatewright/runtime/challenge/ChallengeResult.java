package dev.gatewright.runtime.challenge;

/** What became of an answer. */
public sealed interface ChallengeResult {

  /** It is right, was made for this subject, and was not used before. */
  record Solved() implements ChallengeResult {}

  /**
   * It is not. The client may be given another challenge.
   *
   * @param cause why, for the security log only; holds nothing of what was sent
   * @param costly whether finding that out was: the answer then counts among those that a client
   *     may give in a period, like one that is right
   */
  record Failed(String cause, boolean costly) implements ChallengeResult {

    /** A failure that took next to nothing to find out. */
    public Failed(String cause) {
      this(cause, false);
    }
  }

  /**
   * Nobody can tell now: the request is refused with 503.
   *
   * @param cause why, for the security log only; holds nothing of what was sent
   */
  record Undecidable(String cause) implements ChallengeResult {}
}
