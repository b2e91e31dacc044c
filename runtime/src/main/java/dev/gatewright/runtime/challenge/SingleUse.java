package dev.gatewright.runtime.challenge;

import dev.gatewright.runtime.replay.ReplayStore;
import java.time.Instant;

/** Lets an answer that is right count once. */
final class SingleUse {
  private final ReplayStore replays;

  SingleUse(ReplayStore replays) {
    this.replays = replays;
  }

  /**
   * Decides.
   *
   * @param key 43 characters
   * @param until when the answer would be refused anyway
   */
  ChallengeResult use(String key, Instant until) {
    boolean first;
    try {
      first = replays.firstUse(key, until);
    } catch (RuntimeException e) {
      return new ChallengeResult.Undecidable(
          "the replay store failed: " + e.getClass().getSimpleName());
    }
    return first
        ? new ChallengeResult.Solved()
        : new ChallengeResult.Failed("the answer was used before");
  }
}
