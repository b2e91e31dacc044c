package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.filter.HeaderFilters;
import dev.gatewright.applications.vault.Vault;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Filters that only set headers work as in every application, be they exempt or not. */
class HeaderFiltersIT {
  private static final String VERSION = HeaderFilters.Version.class.getName();

  static List<List<String>> exemptions() {
    return List.of(
        List.of(),
        List.of(VERSION),
        List.of("version"),
        List.of(HeaderFilters.RequestId.class.getName(), VERSION));
  }

  private static RunningApplication with(List<String> exemptions) {
    return Application.of(HeaderFilters.class, Vault.class)
        .exempting(exemptions.toArray(String[]::new))
        .start();
  }

  @ParameterizedTest
  @MethodSource("exemptions")
  void whatTheyHandOnIsAnsweredAsWithoutThem(List<String> exemptions) {
    try (RunningApplication running = with(exemptions)) {
      Answer admitted = running.get("/vault", "Authorization: Bearer " + Tokens.withRole("keeper"));
      admitted.isTheSecret();
      assertThat(admitted.text()).contains("X-Request-Id: 1", "X-Version: 1");
      assertThat(running.get("/vault").status()).isEqualTo(401);
      assertThat(running.get("/nothing-here").status()).isEqualTo(404);
      assertThat(preflight(running).status()).isEqualTo(200);
      assertThat(preflight(running).text())
          .contains("Access-Control-Allow-Origin: https://other.example");
      assertThat(running.request("DELETE", "/vault").status()).isEqualTo(405);
    }
  }

  private static Answer preflight(RunningApplication running) {
    return running.request(
        "OPTIONS", "/vault", "Origin: https://other.example", "Access-Control-Request-Method: GET");
  }

  @ParameterizedTest
  @MethodSource("exemptions")
  void oneThatAnswersWithHeadersOnlyMustBeExempt(List<String> exemptions) {
    try (RunningApplication running = with(exemptions)) {
      Answer answer = running.get("/version");

      assertThat(answer.status()).isEqualTo(exemptions.isEmpty() ? 503 : 200);
      assertThat(answer.text().contains("X-Version: 1")).isEqualTo(!exemptions.isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource("exemptions")
  void anExemptFilterBeforeAnotherDoesNotAnswerForIt(List<String> exemptions) {
    try (RunningApplication running = with(exemptions)) {
      for (String manner :
          new String[] {
            "cookie",
            "status",
            "type",
            "encoding",
            "charset",
            "language",
            "length",
            "long-length",
            "trailer",
            "flush"
          }) {
        Answer answer = running.get("/inner/" + manner, "TE: trailers");

        assertThat(answer.status()).as(manner).isEqualTo(503);
        assertThat(answer.text()).doesNotContain("inner=", "text/inner", "UTF-16", ": fr");
      }
    }
  }
}
