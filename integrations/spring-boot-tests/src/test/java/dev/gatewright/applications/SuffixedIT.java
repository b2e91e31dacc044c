package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Suffixed;
import org.junit.jupiter.api.Test;

/** A format of JSON that the application reads itself is read by it, or not at all. */
class SuffixedIT {
  @Test
  void nothingIsReadPastItsConverter() {
    Attempt.of(Application.of(Suffixed.Endpoint.class, Suffixed.Signatures.class))
        .isRefusedOr(
            running ->
                assertThat(
                        FormatsIT.post(
                                running,
                                "/order",
                                "application/jose+json",
                                "{\"item\":\"unsigned\"}")
                            .text())
                    .doesNotContain("read unsigned"));
  }
}
