package dev.gatewright.runtime;

import static dev.gatewright.testing.GateFixture.admit;
import static dev.gatewright.testing.GateFixture.endpoint;
import static dev.gatewright.testing.GateFixture.https;
import static dev.gatewright.testing.GateFixture.limit;
import static dev.gatewright.testing.GateFixture.refusal;
import static dev.gatewright.testing.GateFixture.user;
import static dev.gatewright.testing.GateFixture.withToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.OnLimit;
import dev.gatewright.Strategy;
import dev.gatewright.runtime.limit.InProcessRateLimiter;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.runtime.problem.RefusedException;
import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.GateFixture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Limits by address and by caller are one round trip where nothing has to happen in between. */
class GateTogetherTest {
  private static final EndpointPolicy POLICY =
      endpoint("m")
          .secured()
          .limit(limit("address", 3).key(LimitKey.ADDRESS).build())
          .limit(limit("caller", 2).build())
          .build();

  private final GateFixture fixture = new GateFixture();
  private final List<String> log = new ArrayList<>();
  private final Set<String> revoked = new HashSet<>();
  private final Gate gate = builder(fixture).build();

  private GateBuilder builder(GateFixture of) {
    return of.builder()
        .revocations(caller -> revoked.contains(caller.credentialId()))
        .rateLimiter(
            new TogetherLimiter(
                InProcessRateLimiter.builder().nanoClock(of.nanos::get).build(), log));
  }

  private void rememberedToken(String text, String subject) {
    fixture.token(text, user(subject).credentialId(text));
    fixture.remembered.add(text);
  }

  @Test
  void forACallerWhoIsRememberedOneRoundTripIsMade() {
    rememberedToken("t", "alice");
    var exchange = withToken("t");
    admit(gate, exchange, POLICY);
    assertThat(log).containsExactly("address then caller");
    assertThat(fixture.verified).isEmpty();
    assertThat(exchange.responseHeaders().get("RateLimit"))
        .isEqualTo("\"address\";r=2;t=40,\"caller\";r=1;t=30");
  }

  @Test
  void aCredentialThatHasToBeVerifiedComesAfterTheLimitsByAddress() {
    fixture.token("t", user("alice"));
    admit(gate, withToken("t"), POLICY);
    assertThat(log).containsExactly("address", "caller");
    assertThat(fixture.verified).containsExactly("t");
    for (int i = 0; i < 2; i++) {
      refusal(gate, withToken("unknown"), POLICY);
    }
    assertThat(refusal(gate, withToken("unknown"), POLICY).reason())
        .isEqualTo(RefusalReason.LIMIT_EXCEEDED);
    assertThat(fixture.verified).containsExactly("t", "unknown", "unknown");
  }

  @Test
  void insideAnotherGuardOneRoundTripAsksForWhatIsLeft() {
    rememberedToken("t", "alice");
    EndpointPolicy outer =
        endpoint("outer")
            .secured()
            .sharedLimit(GateFixture.class, limit("shared", 9).key(LimitKey.ADDRESS).build())
            .limit(limit("outer", 9).build())
            .build();
    EndpointPolicy inner =
        endpoint("inner")
            .secured()
            .sharedLimit(GateFixture.class, limit("shared", 9).key(LimitKey.ADDRESS).build())
            .limit(limit("address", 9).key(LimitKey.ADDRESS).build())
            .limit(limit("inner", 9).build())
            .build();
    EndpointPolicy sharing =
        endpoint("sharing")
            .secured()
            .sharedLimit(GateFixture.class, limit("shared", 9).key(LimitKey.ADDRESS).build())
            .limit(limit("sharing", 9).build())
            .build();
    var exchange = withToken("t");
    GateFixture.during(
        gate,
        exchange,
        () -> {
          gate.enter(outer);
          gate.enter(inner);
          gate.enter(sharing);
          gate.enter(inner);
        });
    assertThat(log).containsExactly("shared then outer", "address then inner", "sharing");
    assertThat(exchange.responseHeaders().get("RateLimit"))
        .contains("\"shared\";r=8", "\"inner\";r=8", "\"sharing\";r=8");
  }

  @Test
  void anOpenEndpointTakesOneRoundTrip() {
    EndpointPolicy open =
        endpoint("open")
            .open("test")
            .limit(limit("address", 3).key(LimitKey.ADDRESS).build())
            .limit(limit("all", 2).key(LimitKey.GLOBAL).strategy(Strategy.SLIDING_WINDOW).build())
            .build();
    admit(gate, https(), open);
    assertThat(log).containsExactly("address then all");
  }

  @Test
  void anAddressThatIsRefusedCostsItsCallerNothing() {
    rememberedToken("a", "alice");
    rememberedToken("b", "bob");
    rememberedToken("c", "carol");
    admit(gate, withToken("a"), POLICY);
    admit(gate, withToken("b"), POLICY);
    admit(gate, withToken("b"), POLICY);
    assertThat(refusal(gate, withToken("c"), POLICY).violatedPolicies()).containsExactly("address");
    FakeExchange elsewhere =
        FakeExchange.from("203.0.113.8").overTls().header("Authorization", "Bearer c");
    admit(gate, elsewhere, POLICY);
    assertThat(elsewhere.responseHeaders().get("RateLimit")).contains("\"caller\";r=1");
  }

  @Test
  void aCallerWhoIsRefusedStillPaysByAddress() {
    rememberedToken("t", "alice");
    admit(gate, withToken("t"), POLICY);
    admit(gate, withToken("t"), POLICY);
    Refusal refusal = refusal(gate, withToken("t"), POLICY);
    assertThat(refusal.violatedPolicies()).containsExactly("caller");
    assertThat(refusal.headers().get("RateLimit")).contains("\"address\";r=0");
    assertThat(refusal(gate, withToken("t"), POLICY).violatedPolicies()).containsExactly("address");
  }

  @Test
  void whatIsRememberedButRevokedIsRefusedAndPaysByAddressOnly() {
    rememberedToken("t", "alice");
    rememberedToken("t2", "alice");
    revoked.add("t");
    assertThat(refusal(gate, withToken("t"), POLICY).reason())
        .isEqualTo(RefusalReason.CREDENTIAL_INVALID);
    FakeExchange other = withToken("t2");
    admit(gate, other, POLICY);
    assertThat(other.responseHeaders().get("RateLimit"))
        .isEqualTo("\"address\";r=1;t=20,\"caller\";r=1;t=30");
  }

  @Test
  void ofTwoCredentialsNoneIsRemembered() {
    rememberedToken("t", "alice");
    assertThat(refusal(gate, withToken("t").header("X-API-Key", "k"), POLICY).reason())
        .isEqualTo(RefusalReason.SEVERAL_CREDENTIALS);
    assertThat(log).containsExactly("address");
  }

  @Test
  void aLimitOnFailuresByAddressIsPaidBackToWhoIsRemembered() {
    EndpointPolicy policy =
        endpoint("m")
            .secured()
            .limit(
                limit("failures", 1)
                    .key(LimitKey.ADDRESS)
                    .counted(Counted.FAILED_AUTHENTICATIONS)
                    .build())
            .limit(limit("caller", 5).build())
            .build();
    rememberedToken("t", "alice");
    for (int i = 0; i < 5; i++) {
      admit(gate, withToken("t"), policy);
    }
    assertThat(refusal(gate, withToken("t"), policy).violatedPolicies()).containsExactly("caller");
    refusal(gate, withToken("unknown"), policy);
    assertThat(refusal(gate, withToken("t"), policy).violatedPolicies())
        .as("after one failure nobody gets in from there")
        .containsExactly("failures");
  }

  @Test
  void whoLooksForASolvedChallengeIsAskedForTheCallersLimitAfterwards() throws Exception {
    EndpointPolicy policy =
        endpoint("m")
            .secured()
            .limit(limit("address", 2).key(LimitKey.ADDRESS).onLimit(OnLimit.CHALLENGE).build())
            .limit(limit("caller", 3).build())
            .build();
    Gate challenging = builder(fixture).challenger(new OneAnswerChallenger()).build();
    rememberedToken("t", "alice");
    admit(challenging, withToken("t"), policy);
    admit(challenging, withToken("t"), policy);
    String answer = OneAnswerChallenger.solved(refusal(challenging, withToken("t"), policy));
    FakeExchange solving = withToken("t").header("Challenge-Response", answer);
    admit(challenging, solving, policy);
    assertThat(solving.responseHeaders().get("RateLimit")).contains("\"caller\";r=0");
  }

  /** The same calls to a gate that asks one tier after the other, and to one that does not. */
  @Test
  void whateverIsAskedTheAnswerIsThatOfOneTierAfterTheOther() {
    Gate sequential =
        fixture.builder().revocations(caller -> revoked.contains(caller.credentialId())).build();
    for (String name : List.of("a", "b", "c", "d")) {
      fixture.token(name, user(name).credentialId(name));
    }
    fixture.remembered.addAll(List.of("a", "b", "c"));
    revoked.add("c");
    Random random = new Random(7);
    int admitted = 0;
    for (int i = 0; i < 2_000; i++) {
      fixture.nanos.addAndGet(random.nextInt(15) * 1_000_000_000L);
      String token = List.of("a", "b", "c", "d", "unknown").get(random.nextInt(5));
      String address = "203.0.113." + random.nextInt(3);
      String together = answer(gate, address, token);
      assertThat(together).isEqualTo(answer(sequential, address, token));
      admitted += together.startsWith("200") ? 1 : 0;
    }
    assertThat(admitted).isBetween(500, 1_500);
    assertThat(log).contains("address then caller", "address", "caller");
  }

  private static String answer(Gate gate, String address, String token) {
    FakeExchange exchange =
        FakeExchange.from(address).overTls().header("Authorization", "Bearer " + token);
    try {
      admit(gate, exchange, POLICY);
      return "200 " + exchange.responseHeaders().get("RateLimit");
    } catch (RefusedException refused) {
      return refused.refusal().reason() + " " + refused.refusal().headers();
    }
  }
}
