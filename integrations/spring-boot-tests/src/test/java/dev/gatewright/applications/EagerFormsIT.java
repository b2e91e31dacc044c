package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.jetty.EagerForms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Jetty has read of a form before it calls the application counts as what comes later. */
class EagerFormsIT {
  private static final String MUCH = "a".repeat(5_000);

  @ParameterizedTest
  @CsvSource({"true,false", "true,true", "false,false"})
  void aFormInChunksIsBounded(boolean ofServlets, boolean inParts) {
    Application application =
        Application.of(
                EagerForms.Endpoint.class,
                ofServlets ? EagerForms.OfServlets.class : EagerForms.OfServer.class)
            .onJetty();
    Attempt.of(application)
        .isRefusedOr(
            running -> {
              assertThat(send(running, inParts, "abc").text()).contains("read 3");
              assertThat(send(running, inParts, MUCH).text()).doesNotContain("read 5000");
            });
  }

  private static Answer send(RunningApplication running, boolean inParts, String name) {
    return inParts
        ? Requests.chunked(running, "POST", "/short", Requests.PARTS, Requests.part("name", name))
        : Requests.chunked(running, "POST", "/short", Requests.FORM, "name=" + name);
  }
}
