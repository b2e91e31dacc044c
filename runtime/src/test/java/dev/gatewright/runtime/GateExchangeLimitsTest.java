package dev.gatewright.runtime;

import static dev.gatewright.testing.GateFixture.admit;
import static dev.gatewright.testing.GateFixture.during;
import static dev.gatewright.testing.GateFixture.endpoint;
import static dev.gatewright.testing.GateFixture.limit;
import static dev.gatewright.testing.GateFixture.refusal;
import static dev.gatewright.testing.GateFixture.user;
import static dev.gatewright.testing.GateFixture.withToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.LimitKey;
import dev.gatewright.OnLimit;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.GateFixture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Limits by who calls belong to the exchange: each is charged once, by the first that has it. */
class GateExchangeLimitsTest {
  private final GateFixture fixture = new GateFixture();
  private final Gate gate = fixture.builder().build();
  private final EndpointPolicy door = endpoint("door").secured().build();

  @BeforeEach
  void someCallers() {
    fixture.token("t", user("alice").clientId("app").credentialId("jti-1"));
    fixture.token("other", user("bob"));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ARGUMENT")
  void aGuardInsideAnotherChargesItsOwnLimits(LimitKey key) {
    EndpointPolicy inner = secured("inner", limit("inner", 2).key(key).build());
    for (int i = 0; i < 2; i++) {
      during(gate, withToken("t"), () -> enterBoth(door, inner));
    }

    during(
        gate,
        withToken("t"),
        () -> {
          gate.enter(door);
          assertThat(refusal(() -> gate.enter(inner)).violatedPolicies()).containsExactly("inner");
        });
    assertThat(refusal(gate, withToken("t"), inner).violatedPolicies())
        .as("one budget, called from inside or from outside")
        .containsExactly("inner");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ARGUMENT")
  void aLimitIsChargedOnceHoweverOftenItsGuardIsCalledInOneExchange(LimitKey key) {
    EndpointPolicy inner = secured("inner", limit("inner", 2).key(key).build());
    during(
        gate,
        withToken("t"),
        () -> {
          gate.enter(door);
          for (int i = 0; i < 1_000; i++) {
            gate.enter(inner);
          }
        });

    admit(gate, withToken("t"), inner);
    assertThat(refusal(gate, withToken("t"), inner).violatedPolicies()).containsExactly("inner");
  }

  @Test
  void whatTheGuardAroundItTookIsNotGivenBackWhereAnInnerGuardRefuses() {
    EndpointPolicy outer = secured("outer", limit("outer", 2).build());
    EndpointPolicy inner =
        secured(
            "inner",
            limit("by-address", 9).key(LimitKey.ADDRESS).build(),
            limit("inner", 1).build());
    during(gate, withToken("t"), () -> enterBoth(outer, inner));
    during(
        gate,
        withToken("t"),
        () -> {
          gate.enter(outer);
          Refusal refusal = refusal(() -> gate.enter(inner));
          assertThat(refusal.violatedPolicies()).containsExactly("inner");
          assertThat(refusal.headers().get("RateLimit"))
              .contains("\"outer\";r=0", "\"by-address\";r=7", "\"inner\";r=0");
        });

    assertThat(refusal(gate, withToken("t"), outer).violatedPolicies()).containsExactly("outer");
  }

  @Test
  void aLimitThatRefusedWasNotChargedAndIsAskedAgain() {
    EndpointPolicy inner = secured("inner", limit("inner", 1).build());
    admit(gate, withToken("t"), inner);
    during(
        gate,
        withToken("t"),
        () -> {
          gate.enter(door);
          refusal(() -> gate.enter(inner));
          refusal(() -> gate.enter(inner));
          fixture.nanos.addAndGet(60_000_000_000L);
          gate.enter(inner);
          gate.enter(inner);
        });

    assertThat(refusal(gate, withToken("t"), inner).violatedPolicies()).containsExactly("inner");
  }

  /** As for a forward or an include, whose target an adapter admits. */
  @Test
  void whatAForwardLeadsToChargesItsOwnLimitsOnce() {
    EndpointPolicy first = secured("first", limit("first", 3).build());
    EndpointPolicy target = secured("target", limit("target", 2).build());
    for (int i = 0; i < 2; i++) {
      during(
          gate,
          withToken("t"),
          () -> {
            gate.admit(first);
            gate.enter(first);
            gate.admit(target);
            gate.enter(target);
          });
    }

    FakeExchange last = withToken("t");
    admit(gate, last, first);
    assertThat(last.responseHeaders().get("RateLimit")).startsWith("\"first\";r=0");
    assertThat(refusal(gate, withToken("t"), target).violatedPolicies()).containsExactly("target");
  }

  @Test
  void whoIsAdmittedToOneEndpointAndEntersAnotherIsChargedForBoth() {
    EndpointPolicy first = secured("first", limit("first", 1).build());
    EndpointPolicy second = secured("second", limit("second", 1).build());
    during(
        gate,
        withToken("t"),
        () -> {
          gate.admit(first);
          gate.enter(second);
        });

    assertThat(refusal(gate, withToken("t"), first).violatedPolicies()).containsExactly("first");
    assertThat(refusal(gate, withToken("t"), second).violatedPolicies()).containsExactly("second");
  }

  @Test
  void anEndpointThatIsDispatchedToAgainAfterAnInnerGuardIsNotChargedAgain() {
    EndpointPolicy outer = secured("outer", limit("outer", 2).build());
    EndpointPolicy inner = secured("inner", limit("inner", 2).build());
    CurrentExchange current = gate.open(withToken("t"));
    gate.admit(outer);
    enterBoth(outer, inner);
    current.suspend();
    current.resume();
    gate.admit(outer);
    enterBoth(outer, inner);
    current.close();

    admit(gate, withToken("t"), outer);
    admit(gate, withToken("t"), inner);
    assertThat(refusal(gate, withToken("t"), outer).violatedPolicies()).containsExactly("outer");
    assertThat(refusal(gate, withToken("t"), inner).violatedPolicies()).containsExactly("inner");
  }

  @Test
  void anOpenDoorInFrontDoesNotTurnALimitByCallerIntoOneByAddress() {
    LimitPolicy shared = limit("shared", 2).build();
    EndpointPolicy open =
        endpoint("open").open("test").sharedLimit(GateFixture.class, shared).build();
    EndpointPolicy secured =
        endpoint("secured").secured().sharedLimit(GateFixture.class, shared).build();
    for (int i = 0; i < 2; i++) {
      during(gate, from("203.0.113." + i), () -> enterBoth(open, secured));
    }

    during(
        gate,
        from("203.0.113.9"),
        () -> {
          gate.enter(open);
          assertThat(refusal(() -> gate.enter(secured)).violatedPolicies())
              .as("whatever address the caller came from")
              .containsExactly("shared");
        });
  }

  @Test
  void aCallerWhoIsCountedIsCountedOnceBehindAnOpenDoor() {
    LimitPolicy shared = limit("shared", 3).build();
    EndpointPolicy open =
        endpoint("open").open("test").sharedLimit(GateFixture.class, shared).build();
    EndpointPolicy secured =
        endpoint("secured").secured().sharedLimit(GateFixture.class, shared).build();
    during(
        gate,
        withToken("t"),
        () -> {
          enterBoth(open, secured);
          enterBoth(open, secured);
        });

    FakeExchange last = withToken("t");
    admit(gate, last, secured);
    assertThat(last.responseHeaders().get("RateLimit")).isEqualTo("\"shared\";r=1;t=20");
  }

  @Test
  void aChallengeOfAnInnerGuardCanBeSolved() {
    Gate challenging = fixture.builder().challenger(new OneAnswerChallenger()).build();
    EndpointPolicy first = sharing("first", 9);
    EndpointPolicy inner =
        endpoint("inner")
            .secured()
            .sharedLimit(GateFixture.class, limit("shared", 9).key(LimitKey.SUBJECT).build())
            .limit(limit("inner", 1).onLimit(OnLimit.CHALLENGE).build())
            .build();
    admit(challenging, withToken("t"), inner);
    List<Refusal> refusals = new ArrayList<>();
    during(
        challenging,
        withToken("t"),
        () -> {
          challenging.enter(first);
          refusals.add(refusal(() -> challenging.enter(inner)));
        });
    FakeExchange solving =
        withToken("t").header("Challenge-Response", OneAnswerChallenger.solved(refusals.get(0)));
    during(
        challenging,
        solving,
        () -> {
          challenging.enter(first);
          challenging.enter(inner);
          challenging.enter(inner);
        });

    assertThat(solving.responseHeaders().get("RateLimit"))
        .contains("\"shared\";r=6", "\"inner\";r=0");
  }

  private static EndpointPolicy secured(String name, LimitPolicy... limits) {
    EndpointPolicy.Builder policy = endpoint(name).secured();
    for (LimitPolicy limit : limits) {
      policy.limit(limit);
    }
    return policy.build();
  }

  private static EndpointPolicy sharing(String name, long permits) {
    return endpoint(name)
        .secured()
        .sharedLimit(GateFixture.class, limit("shared", permits).key(LimitKey.SUBJECT).build())
        .build();
  }

  private static FakeExchange from(String address) {
    return FakeExchange.from(address).overTls().header("Authorization", "Bearer t");
  }

  private void enterBoth(EndpointPolicy first, EndpointPolicy second) {
    gate.enter(first);
    gate.enter(second);
  }
}
