package dev.gatewright.runtime.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {

  @Test
  void violationsAreListedWithPathsAndMessages() {
    Refusal refusal =
        Refusal.invalidInput(List.of(new Violation("order.\"name\"", "must not be blank")));

    assertThat(json(refusal))
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"The input is not"
                + " valid\",\"status\":422,\"violations\":[{\"path\":\"order.\\\"name\\\"\",\"message\":\"must"
                + " not be blank\"}],\"correlationId\":\"c0ffee\"}");
  }

  @Test
  void aRefusedLimitIsNamed() {
    assertThat(json(Refusal.of(RefusalReason.LIMIT_EXCEEDED, "x").withViolatedPolicy("transfer")))
        .contains("http-problem-types#quota-exceeded", "\"violated-policies\":[\"transfer\"]");
  }

  @ParameterizedTest
  @EnumSource
  void theCauseIsForTheLogAndNeverForTheClient(RefusalReason reason) {
    assertThat(json(Refusal.of(reason, "dev.bank.Ledger failed")))
        .contains("\"status\":" + reason.status())
        .doesNotContain("Ledger");
  }

  private static String json(Refusal refusal) {
    return new String(new Problem(refusal, "c0ffee").json(), StandardCharsets.UTF_8);
  }
}
