package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.filter.EarlyFilter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a filter before Gatewright's has read of a form counts as what comes later. */
class EarlyFilterIT {
  private static final String MUCH = "a".repeat(5_000);

  @ParameterizedTest
  @CsvSource({"false,false", "false,true", "true,false", "true,true"})
  void aFormInChunksIsBounded(boolean onJetty, boolean inParts) {
    Application application =
        Application.of(EarlyFilter.First.class, EarlyFilter.Endpoint.class)
            .exempting(EarlyFilter.class.getName());
    try (RunningApplication running = (onJetty ? application.onJetty() : application).start()) {
      assertThat(send(running, inParts, "abc").text()).contains("read 3");
      send(running, inParts, MUCH).isClosedWith(413);
    }
  }

  private static Answer send(RunningApplication running, boolean inParts, String name) {
    return inParts
        ? Requests.chunked(running, "POST", "/short", Requests.PARTS, Requests.part("name", name))
        : Requests.chunked(running, "POST", "/short", Requests.FORM, "name=" + name);
  }
}
