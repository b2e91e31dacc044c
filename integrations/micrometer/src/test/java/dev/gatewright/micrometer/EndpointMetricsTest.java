package dev.gatewright.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EndpointMetricsTest {

  @Test
  void undecidedEndpointsAreMeasuredAsTheyAreNow() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    AtomicInteger undecided = new AtomicInteger(3);
    new EndpointMetrics(registry, undecided::get);

    assertThat(measured(registry)).isEqualTo(3);
    undecided.set(2);
    assertThat(measured(registry)).isEqualTo(2);
  }

  private static double measured(SimpleMeterRegistry registry) {
    return registry.get("gatewright.endpoints.undecided").gauge().value();
  }
}
