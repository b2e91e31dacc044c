package dev.gatewright.spring.startup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

class StartUpFailureAnalyzerTest {

  @Test
  void aRefusedStartIsExplained() {
    FailureAnalysis analysis =
        new StartUpFailureAnalyzer()
            .analyze(new IllegalStateException(new StartUpException("it is open", "close it.")));

    assertThat(analysis.getDescription()).isEqualTo("Gatewright: it is open.");
    assertThat(analysis.getAction()).isEqualTo("close it.");
  }
}
