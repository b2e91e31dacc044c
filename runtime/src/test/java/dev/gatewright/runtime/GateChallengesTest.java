package dev.gatewright.runtime;

import static dev.gatewright.testing.GateFixture.admit;
import static dev.gatewright.testing.GateFixture.endpoint;
import static dev.gatewright.testing.GateFixture.https;
import static dev.gatewright.testing.GateFixture.limit;
import static dev.gatewright.testing.GateFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatewright.LimitKey;
import dev.gatewright.OnLimit;
import dev.gatewright.runtime.challenge.Challenge;
import dev.gatewright.runtime.challenge.ChallengeResult;
import dev.gatewright.runtime.challenge.ChallengeSubject;
import dev.gatewright.runtime.challenge.Challenger;
import dev.gatewright.runtime.exchange.Exchange;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.runtime.problem.RefusedException;
import dev.gatewright.testing.GateFixture;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GateChallengesTest {
  private final GateFixture fixture = new GateFixture();
  private final Gate gate = fixture.builder().challenger(new Riddle()).build();

  private final EndpointPolicy policy =
      endpoint("m")
          .open("test")
          .limit(limit("m", 4).key(LimitKey.ADDRESS).onLimit(OnLimit.CHALLENGE).build())
          .build();

  @Test
  void whoReachesTheLimitIsSetAChallenge() {
    exhaust();

    Refusal refusal = refusal(gate, https(), policy);

    assertThat(refusal.reason().status()).isEqualTo(429);
    assertThat(refusal.challenge()).containsEntry("riddle", "#m 203.0.113.7 0");
    assertThat(refusal.headers()).containsKey("Retry-After");
  }

  @Test
  void aSolvedChallengeBuysHalfABurst() {
    exhaust();

    admit(gate, https().header("Answer", "right"), policy);
    admit(gate, https(), policy);

    assertThat(refusal(gate, https(), policy).challenge())
        .containsEntry("riddle", "#m 203.0.113.7 1");
  }

  @Test
  void aWrongAnswerBuysNothing() {
    exhaust();

    assertThat(refusal(gate, https().header("Answer", "wrong"), policy).challenge()).isNotEmpty();
    assertThat(refusal(gate, https(), policy).challenge())
        .containsEntry("riddle", "#m 203.0.113.7 0");
  }

  @Test
  void anAnswerThatCannotBeJudgedIsRefusedWith503() {
    exhaust();

    assertThat(refusal(gate, https().header("Answer", "unknown"), policy).reason())
        .isEqualTo(RefusalReason.UNDECIDABLE);
  }

  @Test
  void anAnswerNobodyAskedForIsNotEvenRead() {
    admit(gate, https().header("Answer", "unknown"), policy);
  }

  @Test
  void onlySoManyChallengesCountInTheLimitsPeriod() {
    exhaust();
    for (int solved = 0; solved < 8; solved++) {
      admit(gate, https().header("Answer", "right"), policy);
      admit(gate, https(), policy);
    }

    assertThat(refusal(gate, https().header("Answer", "right"), policy).challenge()).isEmpty();

    fixture.nanos.addAndGet(TimeUnit.SECONDS.toNanos(8));
    exhaust();
    assertThat(refusal(gate, https(), policy).challenge())
        .containsEntry("riddle", "#m 203.0.113.7 7");
  }

  @Test
  void aLimitThatSetsNoChallengesStillRefuses() {
    EndpointPolicy both =
        endpoint("both")
            .open("test")
            .limit(limit("soft", 1).key(LimitKey.ADDRESS).onLimit(OnLimit.CHALLENGE).build())
            .limit(limit("hard", 1).key(LimitKey.ADDRESS).build())
            .build();
    admit(gate, https(), both);

    Refusal refusal = refusal(gate, https().header("Answer", "right"), both);

    assertThat(refusal.violatedPolicies()).containsExactly("soft", "hard");
    assertThat(refusal.challenge()).isEmpty();
  }

  @Test
  void aLimitWithChallengesNeedsSomebodyToSetThem() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fixture.builder().build().prepare(policy))
        .withMessageContaining("#m sets challenges")
        .withMessageContaining("Fix: ");
  }

  private void exhaust() {
    while (true) {
      try {
        admit(gate, https(), policy);
      } catch (RefusedException exhausted) {
        return;
      }
    }
  }

  /** Says who has to solve what, and knows the right answer. */
  private static final class Riddle implements Challenger {
    @Override
    public Challenge issue(ChallengeSubject subject, int pressure) {
      String limit = subject.limitId().substring(subject.limitId().indexOf('#'));
      return new Challenge(
          Map.of("riddle", limit + " " + subject.clientAddress() + " " + pressure));
    }

    @Override
    public @Nullable String answer(Exchange exchange) {
      List<String> answers = exchange.headers("Answer");
      return answers.isEmpty() ? null : answers.get(0);
    }

    @Override
    public ChallengeResult verify(
        String answer, ChallengeSubject subject, int pressure, Exchange exchange) {
      return switch (answer) {
        case "right" -> new ChallengeResult.Solved();
        case "wrong" -> new ChallengeResult.Failed("a wrong answer");
        default -> new ChallengeResult.Undecidable("nobody knows");
      };
    }
  }
}
