package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.scanned.Scans;
import dev.gatewright.applications.scanned.UseCase;
import dev.gatewright.runtime.Guard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A guard takes the place of its class, and inherits what Spring reads from that. */
class ScansIT {

  @ParameterizedTest
  @ValueSource(classes = {Scans.ByType.class, Scans.ByName.class})
  void aScanThatFindsTheGuardMakesNoSecondBean(Class<?> scan) {
    try (RunningApplication running = Application.of(scan).start()) {
      assertThat(running.context().getBeansOfType(UseCase.class))
          .hasSize(1)
          .containsKey("transfer")
          .allSatisfy((name, bean) -> assertThat(bean).isInstanceOf(Guard.class));
    }
  }

  @Test
  void aComposedQualifierStaysWithTheGuard() {
    try (RunningApplication running = Application.of(Scans.Qualified.class).start()) {
      assertThat(running.context().getBean(Scans.Checks.class).all()).hasSize(1);
    }
  }
}
