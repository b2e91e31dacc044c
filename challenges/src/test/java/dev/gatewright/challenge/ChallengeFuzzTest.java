package dev.gatewright.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.runtime.challenge.ChallengeResult;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Whatever is sent as an answer is refused; whatever a provider says is read or refused. */
class ChallengeFuzzTest {
  private static final Work WORK = new Work();

  /** The same in every run, so that inputs that were found stay what they are. */
  private static final String CHALLENGE =
      WorkChallenge.sign(
              32,
              Instant.parse("2026-01-15T12:02:00Z"),
              new byte[WorkChallenge.SALT_BYTES],
              Work.SUBJECT,
              ChallengeKeys.ofBase64(Work.KEY).current())
          .text();

  @FuzzTest
  void answer(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    assertRefused(text);
    assertRefused(CHALLENGE + text);
    assertRefused(CHALLENGE + "." + text);
  }

  private static void assertRefused(String text) {
    ChallengeResult result = WORK.verify(text);
    WorkAnswer parsed = WorkAnswer.parse(text);
    if (parsed == null || parsed.leadingZeroBits() < 32) {
      assertThat(result).isInstanceOf(ChallengeResult.Failed.class);
    }
  }

  @FuzzTest
  void response(byte[] input) {
    try {
      SiteVerifyResponse response = SiteVerifyResponse.read(input);
      assertThat(response.errorCodes()).hasSizeLessThanOrEqualTo(8);
      assertThat(response.hostname()).isNotBlank();
      assertThat(response.solvedAt()).isNotNull();
      assertThat(response.action()).isNotEqualTo("");
      assertThat(response.score())
          .satisfiesAnyOf(
              score -> assertThat(score).isNull(), score -> assertThat(score).isNotNaN());
    } catch (InvalidCredentialException refused) {
      assertThat(refused.reason()).isNotBlank();
    }
  }
}
