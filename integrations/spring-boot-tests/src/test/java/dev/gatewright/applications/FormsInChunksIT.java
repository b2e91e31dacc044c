package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Bounds;
import dev.gatewright.applications.servlet.FormServlets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body is bounded by each endpoint that it comes to, whoever has read it before and for whom. */
class FormsInChunksIT {
  private static final String MUCH = "a".repeat(5_000);

  private static RunningApplication started(boolean onJetty, Class<?> type) {
    Application application =
        Application.of(type).with("spring.mvc.hiddenmethod.filter.enabled=true");
    return (onJetty ? application.onJetty() : application).start();
  }

  @ParameterizedTest
  @CsvSource({
    "false,/bounded,_method=DELETE&name=",
    "true,/bounded,_method=DELETE&name=",
    "false,/front,name=",
    "true,/front,name=",
    "false,/buttons,save=1&name=",
    "true,/buttons,save=1&name="
  })
  void aFormInChunksIsBoundedAsOneThatDeclaresItsLength(
      boolean onJetty, String path, String start) {
    try (RunningApplication running = started(onJetty, Bounds.class)) {
      Requests.form(running, "POST", path, start + MUCH).isClosedWith(413);
      assertThat(Requests.form(running, "POST", path, start + "abc").text()).contains("read 3");
      assertThat(Requests.chunked(running, "POST", path, Requests.FORM, start + "abc").text())
          .contains("read 3");
      Requests.chunked(running, "POST", path, Requests.FORM, start + MUCH).isClosedWith(413);
    }
  }

  @ParameterizedTest
  @CsvSource({"false,/put/", "true,/put/", "false,/put-handler", "true,/put-handler"})
  void aFormThatIsPutIsBoundedToo(boolean onJetty, String path) {
    try (RunningApplication running = started(onJetty, FormServlets.class)) {
      assertThat(Requests.chunked(running, "PUT", path, Requests.FORM, "name=abc").text())
          .contains("read 3");
      Requests.form(running, "PUT", path, "name=" + MUCH).isClosedWith(413);
      Requests.chunked(running, "PUT", path, Requests.FORM, "name=" + MUCH).isClosedWith(413);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFormInPartsIsBoundedForAHandlerToo(boolean onJetty) {
    try (RunningApplication running = started(onJetty, FormServlets.class)) {
      assertThat(
              Requests.chunked(
                      running, "POST", "/put-handler", Requests.PARTS, Requests.part("name", "abc"))
                  .text())
          .contains("read 3");
      Requests.chunked(running, "POST", "/put-handler", Requests.PARTS, Requests.part("name", MUCH))
          .isClosedWith(413);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/bounded-by-type/", "/bounded-by-method/"})
  void aServletTakesWhatItsMethodSays(String path) {
    try (RunningApplication running = started(false, FormServlets.class)) {
      assertThat(Requests.chunked(running, "POST", path, "text/plain", "abc").text())
          .contains("read 3");
      Requests.chunked(running, "POST", path, "text/plain", MUCH).isClosedWith(413);
    }
  }
}
