package dev.gatewright.runtime.challenge;

/** What became of an answer. */
public sealed interface ChallengeResult {

  /** It solves the challenge, and has now been used. */
  record Solved() implements ChallengeResult {}

  /**
   * It does not.
   *
   * @param cause why, for the security log only
   */
  record Failed(String cause) implements ChallengeResult {}

  /**
   * That cannot be told now; the request is refused with 503.
   *
   * @param cause why, for the security log only
   */
  record Undecidable(String cause) implements ChallengeResult {}
}
