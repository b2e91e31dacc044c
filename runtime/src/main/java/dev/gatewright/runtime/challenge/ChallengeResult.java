package dev.gatewright.runtime.challenge;

/** What became of an answer. */
public sealed interface ChallengeResult {

  /** It is right, was made for this subject, and was not used before. */
  record Solved() implements ChallengeResult {}

  /**
   * It is not. The client may be given another challenge.
   *
   * @param cause why, for the security log only; holds nothing of what was sent
   */
  record Failed(String cause) implements ChallengeResult {}

  /**
   * Nobody can tell now: the request is refused with 503.
   *
   * @param cause why, for the security log only; holds nothing of what was sent
   */
  record Undecidable(String cause) implements ChallengeResult {}
}
