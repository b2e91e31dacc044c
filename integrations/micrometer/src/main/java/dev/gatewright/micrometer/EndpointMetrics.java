package dev.gatewright.micrometer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.IntSupplier;

/**
 * Measures {@code gatewright.endpoints.undecided}, a gauge: how many endpoints are served without a
 * guard, as they are neither secured nor public yet. Zero where all are decided. Thread-safe where
 * the supplier is.
 */
public final class EndpointMetrics {
  private final IntSupplier undecided;

  /**
   * Measures in a registry.
   *
   * @param undecided how many there are at the moment, not negative
   */
  public EndpointMetrics(MeterRegistry registry, IntSupplier undecided) {
    this.undecided = undecided;
    Gauge.builder("gatewright.endpoints.undecided", this, EndpointMetrics::count)
        .description("Endpoints that are served without a guard as they are not decided yet")
        .strongReference(true)
        .register(registry);
  }

  private double count() {
    return undecided.getAsInt();
  }
}
