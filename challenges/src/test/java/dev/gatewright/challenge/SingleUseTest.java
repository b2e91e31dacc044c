package dev.gatewright.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.authentication.replay.InProcessReplayStore;
import dev.gatewright.runtime.challenge.ChallengeResult;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SingleUseTest {
  private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");
  private static final String KEY = "k".repeat(43);

  @Test
  void anAnswerCountsOnceWhereTheStoresClockIsAhead() {
    SingleUse singleUse = new SingleUse(new InProcessReplayStore(100, () -> NOW.plusSeconds(5)));
    Instant until = NOW.plusSeconds(3);

    assertThat(singleUse.use(KEY, until)).isInstanceOf(ChallengeResult.Solved.class);
    assertThat(singleUse.use(KEY, until)).isInstanceOf(ChallengeResult.Failed.class);
  }

  @Test
  void aStoreThatFailsLeavesItUndecided() {
    SingleUse singleUse =
        new SingleUse(
            (key, until) -> {
              throw new IllegalStateException("secret detail");
            });

    assertThat(singleUse.use(KEY, NOW))
        .isEqualTo(
            new ChallengeResult.Undecidable("the replay store failed: IllegalStateException"));
  }
}
