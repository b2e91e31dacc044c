package dev.gatewright.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.authentication.replay.InProcessReplayStore;
import dev.gatewright.runtime.challenge.Challenge;
import dev.gatewright.runtime.option.InvalidOptionException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProofOfWorkSettingsTest {

  private static ProofOfWork.Builder complete() {
    return ProofOfWork.builder()
        .keys(ChallengeKeys.ofBase64(Work.KEY))
        .replays(new InProcessReplayStore());
  }

  private static void assertInvalid(ThrowingCallable settings, String option) {
    assertThatThrownBy(settings)
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("'" + option + "'")
        .hasMessageContaining("Fix:");
  }

  @Test
  void keysAndAReplayStoreAreMandatory() {
    assertInvalid(() -> ProofOfWork.builder().replays(new InProcessReplayStore()).build(), "key");
    assertInvalid(
        () -> ProofOfWork.builder().keys(ChallengeKeys.ofBase64(Work.KEY)).build(), "replays");
  }

  @ParameterizedTest
  @CsvSource({
    "7, 22, difficulty",
    "33, 33, difficulty",
    "16, 15, maxDifficulty",
    "16, 33, maxDifficulty"
  })
  void aDifficultyOutOfBoundsIsNamed(int difficulty, int maxDifficulty, String option) {
    assertInvalid(
        () -> complete().difficulty(difficulty).maxDifficulty(maxDifficulty).build(), option);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 9, 601})
  void aLifetimeOutOfBoundsIsNamed(long seconds) {
    assertInvalid(() -> complete().lifetime(Duration.ofSeconds(seconds)).build(), "lifetime");
  }

  @Test
  void aKeyThatIsMissingMalformedOrShortIsNamedAndNotQuoted() {
    String shortKey = Base64.getEncoder().encodeToString(new byte[31]);
    for (String key : List.of("", "  ", "not base64!", shortKey)) {
      assertInvalid(() -> ChallengeKeys.ofBase64(key), "key");
    }
    assertInvalid(() -> ChallengeKeys.ofBase64(null), "key");
    assertThatThrownBy(() -> ChallengeKeys.ofBase64("not base64!"))
        .hasMessageNotContaining("not base64!")
        .hasNoCause();
    assertThat(ChallengeKeys.ofBase64(Work.KEY).toString()).isEqualTo("ChallengeKeys[1]");
  }

  @Test
  void theDefaultsAreWhatTheDocumentationSays() {
    Challenge first = complete().build().issue(Work.SUBJECT, 0);
    assertThat(Work.difficulty(first)).isEqualTo(16);
    assertThat(first.members()).containsEntry("expires-in", 120L);
    assertThat(Work.difficulty(complete().build().issue(Work.SUBJECT, 8))).isEqualTo(22);
  }

  @Test
  void aMemberOfAChallengeIsTextOrAWholeNumber() {
    assertThatThrownBy(() -> new Challenge(Map.of("score", 0.5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'score'")
        .hasMessageContaining("Fix:");
  }
}
