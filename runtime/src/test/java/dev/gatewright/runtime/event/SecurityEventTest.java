package dev.gatewright.runtime.event;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.gatewright.runtime.event.SecurityEvent.Outcome;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.testing.Values;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityEventTest {
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  private static SecurityEvent.Builder refused() {
    return SecurityEvent.of(NOW, Outcome.REFUSED, "203.0.113.7", "c0ffee");
  }

  private static List<SecurityEvent> events() {
    return List.of(
        refused().build(),
        SecurityEvent.of(Instant.EPOCH, Outcome.REFUSED, "203.0.113.7", "c0ffee").build(),
        SecurityEvent.of(NOW, Outcome.ALLOWED, "203.0.113.7", "c0ffee").build(),
        SecurityEvent.of(NOW, Outcome.REFUSED, "203.0.113.8", "c0ffee").build(),
        SecurityEvent.of(NOW, Outcome.REFUSED, "203.0.113.7", "decaf").build(),
        refused().reason(RefusalReason.CREDENTIAL_INVALID).build(),
        refused().cause("text").build(),
        refused().endpoint("text").build(),
        refused().route("text").build(),
        refused().subject("text").build(),
        refused().credentialId("text").build());
  }

  @Test
  void itsTextTellsAllItsParts() {
    Values.checkText(SecurityEventTest::events);
  }

  @Test
  void anEventWithoutItsTimeIsRefused() {
    assertThatNullPointerException()
        .isThrownBy(() -> SecurityEvent.of(null, Outcome.ALLOWED, "none", "c0ffee").build());
  }
}
