package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.proxy.Aspects;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.spring6.circuitbreaker.configure.CircuitBreakerAspect;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A guard bears the annotations that aspects look for on the called method and its class. */
class AspectsIT {
  private static final String KEEPER = "Authorization: Bearer " + Tokens.withRole("keeper");

  private static RunningApplication running;

  @BeforeAll
  static void start() {
    running =
        Application.of(Aspects.Applying.class)
            .using(Library.ASPECTJ)
            .exempting(CircuitBreakerAspect.class.getName())
            .start();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void micrometerTimesAnEndpointWithTheTagsOfItsArguments() {
    MeterRegistry meters = running.context().getBean(MeterRegistry.class);

    running.get("/shelf", KEEPER).isTheSecret();
    running.get("/shelf/7", KEEPER).isTheSecret();

    assertThat(meters.get("shelf.open").timer().count()).isEqualTo(1);
    assertThat(meters.get("shelf.find").tag("id", "7").timer().count()).isEqualTo(1);
  }

  @Test
  void anAspectOfTheApplicationBindsTheAnnotationsOfTheMethodAndOfTheClass() {
    running.get("/burn").isClosedWith(401);
    running.get("/burn", KEEPER).isTheSecret();

    assertThat(running.context().getBean(Aspects.Audit.class).records())
        .contains("method burning burning", "type shelves burn");
  }

  @Test
  void aCircuitBreakerOfTheMethodOrTheClassCountsCalls() {
    CircuitBreakerRegistry breakers = running.context().getBean(CircuitBreakerRegistry.class);

    running.get("/lent").isClosedWith(401);
    running.get("/lent", KEEPER).isClosedWith(500);
    running.get("/cellar", KEEPER).isTheSecret();

    assertThat(breakers.circuitBreaker("lent").getMetrics().getNumberOfFailedCalls()).isEqualTo(1);
    assertThat(breakers.circuitBreaker("cellar").getMetrics().getNumberOfSuccessfulCalls())
        .isEqualTo(1);
  }
}
