package dev.gatewright.micrometer;

import dev.gatewright.runtime.limit.LimitDecision;
import dev.gatewright.runtime.limit.LimitListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Counts what limits decide.
 *
 * <ul>
 *   <li>{@code gatewright.limit.decisions}, a counter with the labels {@code endpoint}, {@code
 *       limit} and {@code outcome}: {@code granted}, {@code refused}, or {@code spared} where
 *       another limit of the same call refused
 *   <li>{@code gatewright.limit.wait}, a timer with the labels {@code endpoint} and {@code limit}:
 *       how long granted calls are held until their permits have come
 * </ul>
 *
 * <p>Keys are never labels, so there are as many series as the code declares limits, three times.
 * Thread-safe.
 */
public final class LimitMetrics implements LimitListener {

  private record Series(String endpoint, String limit, String outcome) {}

  private final MeterRegistry registry;
  private final Map<Series, Counter> decisions = new ConcurrentHashMap<>();
  private final Map<Series, Timer> waits = new ConcurrentHashMap<>();

  /** Counts in this registry. */
  public LimitMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void decided(String endpoint, LimitDecision decision, boolean charged) {
    String limit = decision.limit().name();
    String outcome = charged ? "granted" : decision.granted() ? "spared" : "refused";
    decisions.computeIfAbsent(new Series(endpoint, limit, outcome), this::counter).increment();
    if (charged && decision.waitNanos() > 0) {
      waits
          .computeIfAbsent(new Series(endpoint, limit, "held"), this::timer)
          .record(decision.waitNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private Counter counter(Series series) {
    return Counter.builder("gatewright.limit.decisions")
        .description("What rate limits decided")
        .tag("endpoint", series.endpoint())
        .tag("limit", series.limit())
        .tag("outcome", series.outcome())
        .register(registry);
  }

  private Timer timer(Series series) {
    return Timer.builder("gatewright.limit.wait")
        .description("How long calls are held until their permits have come")
        .tag("endpoint", series.endpoint())
        .tag("limit", series.limit())
        .register(registry);
  }
}
