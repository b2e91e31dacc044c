package dev.gatewright.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.runtime.event.SecurityEvent;
import dev.gatewright.runtime.event.SecurityEvent.Outcome;
import dev.gatewright.runtime.problem.RefusalReason;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestMetricsTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final RequestMetrics metrics = new RequestMetrics(registry);

  @Test
  void eventsAreCountedByEndpointOutcomeAndReason() {
    metrics.accept(event(Outcome.ALLOWED, null, "10.0.0.1"));
    metrics.accept(event(Outcome.ALLOWED, null, "10.0.0.2"));
    metrics.accept(event(Outcome.REFUSED, RefusalReason.LIMIT_EXCEEDED, "10.0.0.3"));

    assertThat(events("allowed", "none")).isEqualTo(2);
    assertThat(events("refused", "limit_exceeded")).isEqualTo(1);
    assertThat(registry.getMeters().toString()).doesNotContain("10.0.0", "alice");
  }

  private double events(String outcome, String reason) {
    return registry
        .get("gatewright.events")
        .tags("endpoint", "Accounts.find", "outcome", outcome, "reason", reason)
        .counter()
        .count();
  }

  private static SecurityEvent event(
      Outcome outcome, @Nullable RefusalReason reason, String client) {
    return SecurityEvent.of(Instant.EPOCH, outcome, client, "c0ffee")
        .reason(reason)
        .endpoint("Accounts.find")
        .route("GET /accounts/{id}")
        .subject("alice")
        .build();
  }
}
