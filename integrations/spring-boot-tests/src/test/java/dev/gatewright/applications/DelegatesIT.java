package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.delegate.Delegates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guard of an interface knows the interface's annotations, not those of what it calls. */
class DelegatesIT {

  @ParameterizedTest
  @ValueSource(classes = {Delegates.OfMethod.class, Delegates.OfType.class})
  void annotationsOfWhatTheGuardCallsStopTheStart(Class<?> configuration) {
    assertThat(Application.of(configuration).refused())
        .hasMessageContaining("bean 'rates'")
        .hasMessageContaining("hands calls on to an object of")
        .hasMessageContaining("bears annotations of Gatewright's that this guard does not know");
  }

  @Test
  void whatTheCalledObjectHoldsIsLookedAt() {
    assertThat(Application.of(Delegates.Decorated.class).refused())
        .hasMessageContaining("'rates'")
        .hasMessageContaining("Stricter");
  }

  @Test
  void anObjectWithoutAnnotationsIsCalled() {
    try (RunningApplication running = Application.of(Delegates.WithoutMore.class).start()) {
      assertThat(running.get("/rates").text()).endsWith("for all");
    }
  }

  @Test
  void aGuardThatIsCalledAsksItself() {
    try (RunningApplication running = Application.of(Delegates.OfGuard.class).start()) {
      running.get("/rates").isClosedWith(401);
      assertThat(running.get("/rates", "Authorization: Bearer " + Tokens.withRole("admin")).text())
          .endsWith("for admins");
    }
  }
}
