package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.filter.CrossOrigin;
import dev.gatewright.applications.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Pages of origins that Spring refuses by itself. */
@ExtendWith(OutputCaptureExtension.class)
class CrossOriginIT {

  @Test
  void aRefusalOfSpringsIsNothingToWarnOf(CapturedOutput output) {
    try (RunningApplication running =
        Application.of(CrossOrigin.class, Vault.class)
            .with("logging.level.dev.gatewright.spring.exchange.ExchangeFilter=warn")
            .start()) {
      running.get("/vault", "Origin: https://foreign.example").isClosedWith(403);
      running.get("/vault", "Origin: https://known.example").isClosedWith(401);
    }
    assertThat(output).doesNotContain("was replaced");
  }
}
