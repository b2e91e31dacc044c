package dev.gatewright.challenge;

import dev.gatewright.authentication.replay.ReplayStore;
import dev.gatewright.runtime.challenge.ChallengeResult;
import java.time.Duration;
import java.time.Instant;

/** Lets an answer that is right count once. */
final class SingleUse {

  /**
   * How much longer a use is remembered than its answer counts. A store may be shared and have a
   * clock of its own, and a thread may pause on its way to it: by then the first use must not be
   * forgotten.
   */
  private static final Duration REMEMBERED_LONGER = Duration.ofSeconds(10);

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
      first = replays.firstUse(key, until.plus(REMEMBERED_LONGER));
    } catch (RuntimeException e) {
      return new ChallengeResult.Undecidable(
          "the replay store failed: " + e.getClass().getSimpleName());
    }
    return first
        ? new ChallengeResult.Solved()
        : new ChallengeResult.Failed("the answer was used before");
  }
}
