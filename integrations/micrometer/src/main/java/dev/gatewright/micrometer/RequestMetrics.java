package dev.gatewright.micrometer;

import dev.gatewright.runtime.event.SecurityEvent;
import dev.gatewright.runtime.event.SecurityEventSink;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts security events: {@code gatewright.events}, a counter with the labels {@code endpoint},
 * {@code outcome} and {@code reason}, each {@code none} where an event has none. Clients, subjects
 * and credentials are never labels. Thread-safe.
 */
public final class RequestMetrics implements SecurityEventSink {
  private static final String NONE = "none";

  private record Series(String endpoint, String outcome, String reason) {}

  private final MeterRegistry registry;
  private final Map<Series, Counter> events = new ConcurrentHashMap<>();

  /** Counts in this registry. */
  public RequestMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void accept(SecurityEvent event) {
    String endpoint = event.endpoint();
    events
        .computeIfAbsent(
            new Series(
                endpoint == null ? NONE : endpoint, label(event.outcome()), label(event.reason())),
            this::counter)
        .increment();
  }

  private Counter counter(Series series) {
    return Counter.builder("gatewright.events")
        .description("What the gate decided")
        .tag("endpoint", series.endpoint())
        .tag("outcome", series.outcome())
        .tag("reason", series.reason())
        .register(registry);
  }

  private static String label(@Nullable Enum<?> value) {
    return value == null ? NONE : value.name().toLowerCase(Locale.ROOT);
  }
}
