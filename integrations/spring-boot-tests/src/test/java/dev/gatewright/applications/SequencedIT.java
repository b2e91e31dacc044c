package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Sequenced;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The default group is what the guarded class says it is. */
class SequencedIT {
  @ParameterizedTest
  @ValueSource(strings = {"endpoint", "depot", "springs", "plain"})
  void theDefaultGroupIsWhatTheClassSaysItIs(String path) {
    try (RunningApplication running =
        Requests.start(
            Sequenced.Endpoint.class,
            Sequenced.Depot.class,
            Sequenced.SpringsDepot.class,
            Sequenced.PlainDepot.class,
            Sequenced.Front.class)) {
      assertThat(running.get("/sequenced/" + path + "?v=abc").text()).contains("read abc");
      assertThat(running.get("/sequenced/" + path + "?v=abcd").text()).doesNotContain("read abcd");
    }
  }

  /** What no guard can repeat. */
  @ParameterizedTest
  @ValueSource(classes = {Sequenced.ProvidedDepot.class, Sequenced.HiddenDepot.class})
  void aDefaultGroupThatTheGuardDoesNotHaveStopsTheStart(Class<?> depot) {
    assertThat(Application.of(depot).using(Library.VALIDATION).refused())
        .hasMessageContaining(depot.getName());
  }
}
