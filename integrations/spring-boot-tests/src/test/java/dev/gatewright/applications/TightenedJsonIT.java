package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.TightenedJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the application's own mapper does not take, no guarded endpoint takes. */
class TightenedJsonIT {
  private static final String PAYMENT =
      "{\"by\":{\"type\":\"" + TightenedJson.class.getName() + "$%s\",\"%s\":\"a\"}}";

  private static void isNotTaken(
      Application application, String path, String body, String taken, String read) {
    try (RunningApplication running = application.using(Library.VALIDATION).start()) {
      assertThat(Requests.json(running, path, taken).text()).contains("read ");
      assertThat(Requests.json(running, path, body).text()).doesNotContain(read);
    }
  }

  /** Objects of any class on the class path else, as the client names it. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aTypeThatItDoesNotKnow(boolean byProperty) {
    isNotTaken(
        byProperty
            ? Application.of(TightenedJson.Endpoint.class)
                .with("spring.jackson.deserialization.fail-on-subtype-class-not-registered=true")
            : Application.of(TightenedJson.Endpoint.class, TightenedJson.KnownTypes.class),
        "/payment",
        PAYMENT.formatted("Command", "line"),
        PAYMENT.formatted("Card", "number"),
        "read Command");
  }

  @ParameterizedTest
  @ValueSource(classes = {TightenedJson.NoNulls.class, TightenedJson.NoNullTexts.class})
  void aNull(Class<?> customizer) {
    isNotTaken(
        Application.of(TightenedJson.Endpoint.class, customizer),
        "/member",
        "{\"name\":null}",
        "{\"name\":\"a\"}",
        "read null");
  }

  @Test
  void aTextThatIsTooLong() {
    String text = "a".repeat(11);
    isNotTaken(
        Application.of(TightenedJson.Endpoint.class, TightenedJson.ShortTexts.class),
        "/member",
        "{\"name\":\"" + text + "\"}",
        "{\"name\":\"a\"}",
        "read " + text);
  }

  @ParameterizedTest
  @CsvSource({"chair", "treasurer"})
  void aPropertyThatIsNotForClients(String property) {
    isNotTaken(
        Application.of(TightenedJson.Endpoint.class, TightenedJson.Internals.class)
            .with("spring.jackson.mapper.propagate-transient-marker=true"),
        "/member",
        "{\"name\":\"a\",\"" + property + "\":true}",
        "{\"name\":\"a\"}",
        "read a " + property);
  }
}
