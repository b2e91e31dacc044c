package dev.gatewright.challenge;

import static dev.gatewright.challenge.GateProofOfWorkTest.answering;
import static dev.gatewright.challenge.GateProofOfWorkTest.client;
import static dev.gatewright.challenge.GateProofOfWorkTest.solved;
import static dev.gatewright.testing.GateFixture.admit;
import static dev.gatewright.testing.GateFixture.during;
import static dev.gatewright.testing.GateFixture.endpoint;
import static dev.gatewright.testing.GateFixture.limit;
import static dev.gatewright.testing.GateFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.LimitKey;
import dev.gatewright.OnLimit;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.Passage;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.GateFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two limits that set challenges: one that is solved relieves both, and counts at both. */
class GateChallengesOfTwoLimitsTest {
  private final GateFixture fixture = new GateFixture();
  private final Gate gate = fixture.builder().challenger(GateProofOfWorkTest.work()).build();

  /** The account's limit is the first of two, the shop's the second. */
  @Test
  void aChallengeIsForTheLimitThatRefusesAndItsOwnKey() {
    for (int i = 0; i < 6; i++) {
      enter(client("203.0.113.7"), "account " + i, "shop");
    }
    Refusal refusal = refusal(() -> enter(client("203.0.113.7"), "alice", "shop"));
    assertThat(refusal.violatedPolicies()).containsExactly("shop");

    enter(answering("203.0.113.7", solved(refusal)), "bob", "shop");
    for (int i = 0; i < 2; i++) {
      enter(client("203.0.113.7"), "another account " + i, "shop");
    }

    assertThat(refusal(() -> enter(client("203.0.113.7"), "carol", "shop")).challenge())
        .as("the shop's second")
        .containsEntry("difficulty", 9);
  }

  @Test
  void whereBothLimitsRefuseTheChallengeIsPaidIntoBothAndCountsAtBoth() {
    for (int i = 0; i < 4; i++) {
      enter(client("203.0.113.7"), "alice", "shop");
    }
    enter(client("203.0.113.7"), "bob", "shop");
    enter(client("203.0.113.7"), "bob", "shop");
    Refusal refusal = refusal(() -> enter(client("203.0.113.7"), "alice", "shop"));
    assertThat(refusal.violatedPolicies()).containsExactly("account", "shop");

    enter(answering("203.0.113.7", solved(refusal)), "alice", "shop");
    enter(client("203.0.113.7"), "alice", "shop");

    assertThat(refusal(() -> enter(client("203.0.113.7"), "alice", "shop")).challenge())
        .as("the account's second")
        .containsEntry("difficulty", 9);
    enter(client("203.0.113.7"), "bob", "shop");
    assertThat(refusal(() -> enter(client("203.0.113.7"), "bob", "shop")).challenge())
        .as("the shop's second, too")
        .containsEntry("difficulty", 9);
  }

  /** Whichever refuses with it: a short limit in front is no way around the challenges of a day. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void afterEightChallengesALimitJustRefusesWhicheverOthersTheyRelieve(boolean dayFirst) {
    LimitPolicy second = setting("second", 4, Duration.ofSeconds(1));
    LimitPolicy day = setting("day", 4, Duration.ofDays(1));
    EndpointPolicy both =
        endpoint("both")
            .open("test")
            .limit(dayFirst ? day : second)
            .limit(dayFirst ? second : day)
            .build();
    for (int i = 0; i < 4; i++) {
      admit(gate, client("203.0.113.7"), both);
      fixture.nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    }
    List<Object> difficulties = new ArrayList<>();
    int granted = 0;
    for (int i = 0; i < 100; i++) {
      Refusal refusal = refusal(gate, client("203.0.113.7"), both);
      if (refusal.challenge().isEmpty()) {
        break;
      }
      difficulties.add(refusal.challenge().get("difficulty"));
      // Buys two calls, and the burst of the short limit: both refuse again.
      admit(gate, answering("203.0.113.7", solved(refusal)), both);
      admit(gate, client("203.0.113.7"), both);
      granted += 2;
    }

    assertThat(difficulties).containsExactly(8, 9, 10, 10, 10, 10, 10, 10);
    assertThat(granted).isEqualTo(16);
  }

  @Test
  void aChallengeForTwoLimitsIsAsHardAsTheHarderOfThem() {
    for (int i = 0; i < 4; i++) {
      enter(client("203.0.113.7"), "alice", "small");
    }
    Refusal alices = refusal(() -> enter(client("203.0.113.7"), "alice", "other"));
    enter(answering("203.0.113.7", solved(alices)), "alice", "other");
    enter(client("203.0.113.7"), "alice", "other");
    enter(client("203.0.113.7"), "bob", "small");
    enter(client("203.0.113.7"), "bob", "small");

    Refusal both = refusal(() -> enter(client("203.0.113.7"), "alice", "small"));

    assertThat(both.violatedPolicies()).containsExactly("account", "shop");
    assertThat(both.challenge())
        .as("alice's second, the shop's first")
        .containsEntry("difficulty", 9);
  }

  /** Nor may what is cheap at one limit be answered where another asks for more by then. */
  @Test
  void anAnswerThatIsEasierThanTheHarderLimitAsksIsRefused() {
    for (int i = 0; i < 4; i++) {
      enter(client("203.0.113.7"), "alice", "shop");
    }
    String early = solved(refusal(() -> enter(client("203.0.113.7"), "alice", "shop")));
    String first = solved(refusal(() -> enter(client("203.0.113.7"), "alice", "shop")));
    enter(answering("203.0.113.7", first), "alice", "shop");
    enter(client("203.0.113.7"), "alice", "shop");

    assertThat(refusal(() -> enter(answering("203.0.113.7", early), "alice", "shop")).challenge())
        .containsEntry("difficulty", 9);
  }

  private static LimitPolicy setting(String name, long permits, Duration period) {
    return LimitPolicy.named(name)
        .permits(permits, period)
        .key(LimitKey.ADDRESS)
        .onLimit(OnLimit.CHALLENGE)
        .build();
  }

  @Test
  void aSolvedChallengeBuysNothingOfALimitThatGrants() {
    for (int i = 0; i < 4; i++) {
      enter(client("203.0.113.7"), "alice", "shop");
    }
    Refusal refusal = refusal(() -> enter(client("203.0.113.7"), "alice", "shop"));
    assertThat(refusal.violatedPolicies()).containsExactly("account");
    FakeExchange answering = answering("203.0.113.7", solved(refusal));

    enter(answering, "alice", "shop");

    assertThat(answering.responseHeaders().get("RateLimit"))
        .contains("\"account\";r=1;", "\"shop\";r=1;");
  }

  private void enter(FakeExchange exchange, String account, String shop) {
    EndpointPolicy policy =
        endpoint("order")
            .open("test")
            .limit(limit("account", 4).key(LimitKey.ARGUMENT).onLimit(OnLimit.CHALLENGE).build())
            .limit(limit("shop", 6).key(LimitKey.ARGUMENT).onLimit(OnLimit.CHALLENGE).build())
            .build();
    during(
        gate,
        exchange,
        () -> {
          Passage passage = gate.enter(policy);
          passage.limitKey("account", account);
          passage.limitKey("shop", shop);
          passage.acquireLimits();
        });
  }
}
