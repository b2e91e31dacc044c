package dev.gatewright.authentication.dpop;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.authentication.replay.InProcessReplayStore;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.testing.Tokens;
import java.time.Duration;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DpopSettingsTest {

  private static DpopAuthenticator.Builder complete() {
    return DpopAuthenticator.builder()
        .tokens(Tokens.authenticator())
        .replays(new InProcessReplayStore())
        .origin("https://api.example");
  }

  private static void assertInvalid(ThrowingCallable settings, String option) {
    assertThatThrownBy(settings)
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("'" + option + "'")
        .hasMessageContaining("Fix:");
  }

  @Test
  void everyMandatoryOptionIsDemanded() {
    complete().build();
    assertInvalid(
        () ->
            DpopAuthenticator.builder()
                .replays(new InProcessReplayStore())
                .origin("https://api.example")
                .build(),
        "tokens");
    assertInvalid(
        () ->
            DpopAuthenticator.builder()
                .tokens(Tokens.authenticator())
                .origin("https://api.example")
                .build(),
        "replays");
    assertInvalid(
        () ->
            DpopAuthenticator.builder()
                .tokens(Tokens.authenticator())
                .replays(new InProcessReplayStore())
                .build(),
        "origins");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.example",
        "https://api.example/v1/",
        "https://api.example/v1?a",
        "https://api.example?a",
        "https://api.example#a",
        "https://user@api.example",
        "ftp://api.example",
        "https://",
        ""
      })
  void whatIsNoOriginIsRefused(String origin) {
    assertInvalid(() -> complete().origin(origin), "origins");
  }

  @Test
  void numbersAndAlgorithmsAreWithinBounds() {
    assertInvalid(() -> complete().algorithms(Set.of()).build(), "algorithms");
    assertInvalid(
        () -> complete().algorithms(Set.of(JwtAlgorithm.ES256, JwtAlgorithm.HS256)).build(),
        "algorithms");
    assertInvalid(() -> complete().maxAge(Duration.ZERO).build(), "maxAge");
    assertInvalid(() -> complete().maxAge(Duration.ofSeconds(301)).build(), "maxAge");
    assertInvalid(() -> complete().clockSkew(Duration.ofSeconds(-1)).build(), "clockSkew");
    assertInvalid(() -> complete().clockSkew(Duration.ofSeconds(61)).build(), "clockSkew");
  }
}
