package dev.gatewright.runtime;

import static dev.gatewright.testing.GateFixture.admit;
import static dev.gatewright.testing.GateFixture.endpoint;
import static dev.gatewright.testing.GateFixture.https;
import static dev.gatewright.testing.GateFixture.limit;
import static dev.gatewright.testing.GateFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.LimitKey;
import dev.gatewright.OnLimit;
import dev.gatewright.runtime.challenge.Challenge;
import dev.gatewright.runtime.challenge.ChallengeResult;
import dev.gatewright.runtime.challenge.ChallengeSubject;
import dev.gatewright.runtime.challenge.Challenger;
import dev.gatewright.runtime.exchange.Exchange;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.GateFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told to those who count decisions. */
class GateLimitListenerTest {
  private final List<String> told = new ArrayList<>();
  private final GateFixture fixture = new GateFixture();

  @Test
  void everyLimitsDecisionIsToldAndWhetherTheCallPaid() {
    EndpointPolicy policy =
        endpoint("m")
            .open("test")
            .limit(limit("large", 9).key(LimitKey.ADDRESS).build())
            .limit(limit("small", 1).key(LimitKey.ADDRESS).build())
            .build();
    Gate gate = gate(fixture.builder());

    admit(gate, https(), policy);
    refusal(gate, https(), policy);

    assertThat(told)
        .containsExactly(
            "large granted, 8 left, charged",
            "small granted, 0 left, charged",
            "large granted, 8 left",
            "small refused, 0 left");
  }

  @Test
  void aCallThatSolvedItsChallengeIsToldAsRefusedAndThenAsGranted() {
    EndpointPolicy policy =
        endpoint("m")
            .open("test")
            .limit(limit("m", 4).key(LimitKey.ADDRESS).onLimit(OnLimit.CHALLENGE).build())
            .build();
    Gate gate = gate(fixture.builder().challenger(new AllSolved()));
    for (int i = 0; i < 4; i++) {
      admit(gate, https(), policy);
    }
    told.clear();
    FakeExchange answering = https().header(Challenger.ANSWER_HEADER, "answer");

    admit(gate, answering, policy);

    assertThat(told).containsExactly("m refused, 0 left", "m granted, 1 left, charged");
    assertThat(answering.responseHeaders())
        .containsEntry("RateLimit", "\"m\";r=1;t=15")
        .doesNotContainKey("Retry-After");
  }

  @Test
  void aListenerThatFailsChangesNoDecision() {
    EndpointPolicy policy =
        endpoint("m").open("test").limit(limit("m", 1).key(LimitKey.ADDRESS).build()).build();
    Gate gate =
        gate(
            fixture
                .builder()
                .limitListener(
                    (endpoint, decision, charged) -> {
                      throw new IllegalStateException("cannot count");
                    }));

    admit(gate, https(), policy);
    assertThat(refusal(gate, https(), policy).violatedPolicies()).containsExactly("m");
    assertThat(told).containsExactly("m granted, 0 left, charged", "m refused, 0 left");
  }

  private Gate gate(GateBuilder builder) {
    return builder
        .limitListener(
            (endpoint, decision, charged) ->
                told.add(
                    "%s %s, %d left%s"
                        .formatted(
                            decision.limit().name(),
                            decision.granted() ? "granted" : "refused",
                            decision.remaining(),
                            charged ? ", charged" : "")))
        .build();
  }

  /** Takes every answer for the right one. */
  private static final class AllSolved implements Challenger {
    @Override
    public Challenge issue(ChallengeSubject subject, int pressure) {
      return new Challenge(Map.of("type", "easy"));
    }

    @Override
    public @Nullable String answer(Exchange exchange) {
      List<String> answers = exchange.headers(ANSWER_HEADER);
      return answers.isEmpty() ? null : answers.get(0);
    }

    @Override
    public ChallengeResult verify(
        String answer, ChallengeSubject subject, int pressure, Exchange exchange) {
      return new ChallengeResult.Solved();
    }
  }
}
