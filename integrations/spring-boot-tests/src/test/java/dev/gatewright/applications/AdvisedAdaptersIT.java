package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.proxy.AdvisedAdapters;
import org.junit.jupiter.api.Test;

/** An aspect around a handler adapter does not answer in the place of a guard. */
class AdvisedAdaptersIT {
  @Test
  void itStopsTheStart() {
    assertThat(
            Application.of(
                    AdvisedAdapters.Advised.class,
                    AdvisedAdapters.Files.class,
                    AdvisedAdapters.Remembering.class)
                .using(Library.ASPECTJ)
                .refused())
        .hasMessageContaining("HttpRequestHandlerAdapter, or advice around it, can answer");
  }
}
