package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.proxy.NamedChecks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A check of the application's that applies to a class by its bean's name is not lost. */
class NamedChecksIT {
  @ParameterizedTest
  @ValueSource(
      classes = {
        NamedChecks.ByStereotype.class,
        NamedChecks.ByMapping.class,
        NamedChecks.ByClass.class,
        NamedChecks.ByIntroduction.class,
      })
  void thatTheGuardWouldLoseItStopsTheStart(Class<?> check) {
    assertThat(
            Application.of(NamedChecks.Advised.class, NamedChecks.Chest.class, check)
                .using(Library.ASPECTJ)
                .refused())
        .hasMessageContainingAll(check.getName(), "applies to Chest.open", "not to its guard");
  }
}
