package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.proxy.Tracking;
import org.junit.jupiter.api.Test;

/** An aspect does not answer in the place of a guard that it gives an interface of its own. */
class TrackingIT {
  @Test
  void itStopsTheStart() {
    assertThat(
            Application.of(
                    Tracking.Advised.class,
                    Tracking.Shelf.class,
                    Tracking.Desk.class,
                    Tracking.Tracker.class)
                .using(Library.ASPECTJ)
                .refused())
        .hasMessageContainingAll("Tracker", "stands before the guard of Shelf.open");
  }
}
