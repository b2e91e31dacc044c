package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.OtherValidators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Spring MVC would find invalid is invalid, by whichever validator it was given. */
class OtherValidatorsIT {
  private static final String PART =
      """
      --x\r
      Content-Disposition: form-data; name="note"\r
      Content-Type: application/json\r
      \r
      %s\r
      --x--\r
      """;

  private static Answer send(RunningApplication running, String path, String text) {
    String json = "{\"text\":\"" + text + "\"}";
    return path.equals("/part")
        ? FormatsIT.post(running, path, Requests.PARTS, PART.formatted(json))
        : Requests.json(running, path, json);
  }

  @ParameterizedTest
  @CsvSource({"true,/body", "true,/part", "false,/body", "false,/part"})
  void itIsAskedBesideTheGuard(boolean ofSpringMvc, String path) {
    Application application =
        ofSpringMvc
            ? Application.of(OtherValidators.Endpoint.class, OtherValidators.OfSpringMvc.class)
            : Application.of(OtherValidators.WithBinder.class);
    Attempt.of(application.using(Library.VALIDATION))
        .isRefusedOr(
            running -> {
              assertThat(send(running, path, "abc").text()).contains("read abc");
              assertThat(send(running, path, "abcd").text()).doesNotContain("read abcd");
            });
  }

  /** The control. */
  @Test
  void itIsAskedWhereTheGuardValidatesNothing() {
    try (RunningApplication running =
        Application.of(
                OtherValidators.WithoutValidatedInput.class, OtherValidators.OfSpringMvc.class)
            .using(Library.VALIDATION)
            .start()) {
      send(running, "/left-to-spring", "abcd").isClosedWith(422);
    }
  }
}
