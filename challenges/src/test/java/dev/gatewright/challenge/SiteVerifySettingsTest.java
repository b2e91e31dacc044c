package dev.gatewright.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.authentication.replay.InProcessReplayStore;
import dev.gatewright.runtime.option.InvalidOptionException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteVerifySettingsTest {
  private static final String TURNSTILE =
      "https://challenges.cloudflare.com/turnstile/v0/siteverify";

  private static SiteVerifyBuilder complete() {
    return new SiteVerifyBuilder()
        .uri(TURNSTILE)
        .secret("0x4AAA")
        .hostname("www.example.com")
        .replays(new InProcessReplayStore());
  }

  private static void assertInvalid(UnaryOperator<SiteVerifyBuilder> change, String option) {
    assertThatThrownBy(() -> change.apply(complete()).build())
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("'" + option + "'")
        .hasMessageContaining("Fix:");
  }

  @Test
  void whatIsCompleteIsTaken() {
    assertThat(complete().build()).isNotNull();
  }

  @Test
  void whatIsMandatoryIsNamed() {
    assertInvalid(builder -> builder.uri(null), "uri");
    assertInvalid(builder -> builder.secret(" "), "secret");
    assertInvalid(
        builder ->
            new SiteVerifyBuilder()
                .uri(TURNSTILE)
                .hostname("a")
                .replays(new InProcessReplayStore()),
        "secret");
    assertInvalid(
        builder -> new SiteVerifyBuilder().uri(TURNSTILE).secret("s").hostname("a"), "replays");
    assertInvalid(
        builder ->
            new SiteVerifyBuilder().uri(TURNSTILE).secret("s").replays(new InProcessReplayStore()),
        "hostnames");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://provider.example/siteverify", "file:/siteverify", "siteverify"})
  void theSecretIsSentNowhereInClear(String uri) {
    assertInvalid(builder -> builder.uri(uri), "uri");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "https://www.example.com", "www.example.com:443", "*.example.com"})
  void aHostNameThatIsNoneIsNamed(String hostname) {
    assertInvalid(builder -> builder.hostname(hostname), "hostnames");
  }

  @Test
  void numbersOutOfBoundsAreNamed() {
    assertInvalid(builder -> builder.minScore(1.1), "minScore");
    assertInvalid(builder -> builder.minScore(-0.1), "minScore");
    assertInvalid(builder -> builder.minScore(Double.NaN), "minScore");
    assertInvalid(builder -> builder.maxAge(Duration.ofSeconds(9)), "maxAge");
    assertInvalid(builder -> builder.maxAge(Duration.ofMinutes(11)), "maxAge");
    assertInvalid(builder -> builder.timeout(Duration.ofMinutes(2)), "timeout");
    assertInvalid(builder -> builder.maxConcurrentCalls(0), "maxConcurrentCalls");
    assertInvalid(builder -> builder.pauseWhenDown(Duration.ZERO), "pauseWhenDown");
    assertInvalid(builder -> builder.action(" "), "action");
    assertInvalid(builder -> builder.siteKey(""), "siteKey");
  }
}
