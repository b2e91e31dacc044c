package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Signed;
import org.junit.jupiter.api.Test;

/**
 * An argument resolver of the application's that it has put before Spring's is asked before
 * Gatewright's, too, or the application does not start.
 */
class SignedIT {
  private static final String NOTE = "{\"text\":\"unsigned\"}";

  private static Attempt application() {
    return Attempt.of(Application.of(Signed.Endpoint.class, Signed.Partners.class));
  }

  @Test
  void aBodyIsNotReadPastIt() {
    application()
        .isRefusedOr(
            running ->
                assertThat(Requests.json(running, "/body", NOTE).text())
                    .doesNotContain("read unsigned"));
  }

  @Test
  void norIsAPartOfIt() {
    String parts =
        "--x\r\nContent-Disposition: form-data; name=\"note\"\r\n"
            + "Content-Type: application/json\r\n\r\n"
            + NOTE
            + "\r\n--x--\r\n";
    application()
        .isRefusedOr(
            running ->
                assertThat(FormatsIT.post(running, "/part", Requests.PARTS, parts).text())
                    .doesNotContain("read unsigned"));
  }
}
