package dev.gatewright.runtime;

import static dev.gatewright.testing.GateFixture.admit;
import static dev.gatewright.testing.GateFixture.during;
import static dev.gatewright.testing.GateFixture.endpoint;
import static dev.gatewright.testing.GateFixture.https;
import static dev.gatewright.testing.GateFixture.limit;
import static dev.gatewright.testing.GateFixture.refusal;
import static dev.gatewright.testing.GateFixture.user;
import static dev.gatewright.testing.GateFixture.withToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.runtime.limit.LimitChange;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.GateFixture;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits on failed authentications: each failure is one, whoever reports it and how often. */
class GateFailedAuthenticationsTest {
  private final GateFixture fixture = new GateFixture();
  private final Gate gate = fixture.builder().build();
  private final EndpointPolicy logIn =
      endpoint("logIn").open("no token yet").limit(byAddress(3)).build();
  private final EndpointPolicy pin = endpoint("pin").secured().limit(byAddress(3)).build();
  private final EndpointPolicy plain = endpoint("plain").open("test").build();

  @BeforeEach
  void somebody() {
    fixture.token("t", user("alice"));
  }

  @Test
  void aFailureThatASecuredEndpointReportsIsCounted() {
    for (int i = 0; i < 3; i++) {
      fail(withToken("t"), pin);
    }

    assertThat(refusal(gate, withToken("t"), pin).violatedPolicies()).containsExactly("address");
  }

  @Test
  void soIsThatOfAGuardInsideASecuredEndpointWithoutALimit() {
    EndpointPolicy door = endpoint("door").secured().build();
    for (int i = 0; i < 3; i++) {
      during(
          gate,
          withToken("t"),
          () -> {
            gate.enter(door);
            gate.enter(pin);
            assertThat(gate.failedAuthentication("wrong").problem().status()).isEqualTo(401);
          });
    }

    assertThat(refusal(gate, withToken("t"), pin).violatedPolicies()).containsExactly("address");
  }

  @Test
  void soIsThatOfACallerWhoIsRememberedWhereTiersAreAskedTogether() {
    fixture.remembered.add("t");
    EndpointPolicy both =
        endpoint("both").secured().limit(byAddress(3)).limit(limit("caller", 9).build()).build();
    for (int i = 0; i < 3; i++) {
      fail(withToken("t"), both);
    }

    assertThat(refusal(gate, withToken("t"), both).violatedPolicies()).containsExactly("address");
  }

  @Test
  void soIsThatOfALaterThreadOfTheRequest() {
    for (int i = 0; i < 3; i++) {
      CurrentExchange current = gate.open(withToken("t"));
      gate.enter(pin);
      current.suspend();
      CompletableFuture.runAsync(
              () -> {
                current.resume();
                gate.failedAuthentication("wrong");
                current.suspend();
              })
          .join();
      current.answered(401);
      current.close();
    }

    assertThat(refusal(gate, withToken("t"), pin).violatedPolicies()).containsExactly("address");
  }

  /** Once it is known that the endpoint checks more than the credential. */
  @Test
  void guessesAtTheSameTimeOfWhoIsAuthenticatedAreNoMoreThanTheLimit() {
    fail(withToken("t"), pin);
    during(
        gate,
        withToken("t"),
        () -> {
          gate.enter(pin);
          CompletableFuture.runAsync(
                  () ->
                      during(
                          gate,
                          withToken("t"),
                          () -> {
                            gate.enter(pin);
                            assertThat(
                                    CompletableFuture.supplyAsync(
                                            () -> refusal(gate, withToken("t"), pin))
                                        .join()
                                        .violatedPolicies())
                                .containsExactly("address");
                          }))
              .join();
        });
    admit(gate, withToken("t"), pin);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void severalFailuresOfOneExchangeAreSeveral(boolean secured) {
    EndpointPolicy policy = secured ? pin : logIn;
    during(
        gate,
        withToken("t"),
        () -> {
          gate.enter(policy);
          for (int i = 0; i < 3; i++) {
            assertThat(gate.failedAuthentication("wrong").problem().status()).isEqualTo(401);
          }
          assertThat(refusal(() -> gate.failedAuthentication("wrong")).violatedPolicies())
              .as("thrown, so that a loop ends")
              .containsExactly("address");
        });

    assertThat(refusal(gate, withToken("t"), policy).violatedPolicies()).containsExactly("address");
  }

  @Test
  void afterAFailureAGuardInsideOpensOnlyWithAnotherPermitOfTheEndpointAroundIt() {
    during(
        gate,
        https(),
        () -> {
          gate.enter(logIn);
          for (int i = 0; i < 3; i++) {
            gate.enter(plain);
            gate.failedAuthentication("wrong");
          }
          assertThat(refusal(() -> gate.enter(plain)).violatedPolicies())
              .containsExactly("address");
        });
  }

  @Test
  void whatAGoodGuessTookAfterAWrongOneIsPaidBack() {
    during(
        gate,
        https(),
        () -> {
          gate.enter(logIn);
          gate.failedAuthentication("wrong");
          gate.enter(plain);
        });

    fail(https(), logIn);
    fail(https(), logIn);
    assertThat(refusal(gate, https(), logIn).violatedPolicies()).containsExactly("address");
  }

  @Test
  void failuresCountByTheAccountOfTheEndpointAndOfEachCallInside() {
    EndpointPolicy device = endpoint("device").open("test").limit(byArgument("device", 3)).build();
    EndpointPolicy door = endpoint("door").open("test").limit(byArgument("account", 2)).build();
    during(
        gate,
        https(),
        () -> {
          enter(device, "device", "d");
          for (int i = 0; i < 3; i++) {
            enter(door, "account", "account " + i);
            gate.failedAuthentication("wrong");
          }
          assertThat(refusal(() -> gate.enter(door)).violatedPolicies()).containsExactly("device");
        });

    // One permit of two was spent for each account.
    fail(() -> enter(door, "account", "account 1"));
    assertThat(refusal(() -> during(gate, https(), () -> enter(door, "account", "account 1"))))
        .extracting(Refusal::reason)
        .isEqualTo(RefusalReason.LIMIT_EXCEEDED);
  }

  @Test
  void severalFailuresCountByTheNumbersThatALimitHasNow() {
    admit(gate, https(), logIn);
    gate.limits().change("address", new LimitChange(2L, null, 2L));
    during(
        gate,
        https(),
        () -> {
          gate.enter(logIn);
          gate.failedAuthentication("wrong");
          gate.failedAuthentication("wrong");
        });

    assertThat(refusal(gate, https(), logIn).violatedPolicies()).containsExactly("address");
  }

  @Test
  void aLoopInAnEndpointByAccountIsCounted() {
    EndpointPolicy door = endpoint("door").open("test").limit(byArgument("account", 3)).build();
    during(
        gate,
        https(),
        () -> {
          enter(door, "account", "a");
          gate.failedAuthentication("wrong");
          gate.failedAuthentication("wrong");
          gate.failedAuthentication("wrong");
        });

    assertThat(refusal(() -> during(gate, https(), () -> enter(door, "account", "a"))).reason())
        .isEqualTo(RefusalReason.LIMIT_EXCEEDED);
  }

  @ParameterizedTest
  @CsvSource({
    "200, 0", "302, 0", "400, 0", "404, 0", "422, 0", "401, 1", "500, 1", "503, 1", "0, 1"
  })
  void aPermitIsPaidBackWhereTheEndpointCameToAnEnd(int status, int charged) {
    EndpointPolicy strict = endpoint("strict").open("test").limit(byAddress(1)).build();

    during(gate, https(), () -> gate.enter(strict), status);

    if (charged == 0) {
      admit(gate, https(), strict);
    } else {
      assertThat(refusal(gate, https(), strict).violatedPolicies()).containsExactly("address");
    }
  }

  @Test
  void whatDidNotReachTheEndpointIsPaidBackHoweverItEnded() {
    EndpointPolicy strict = endpoint("strict").open("test").limit(byAddress(1)).build();

    during(gate, https(), () -> gate.admit(strict), 503);

    admit(gate, https(), strict);
  }

  @Test
  void theWorstOfSeveralAnswersCounts() {
    EndpointPolicy strict = endpoint("strict").open("test").limit(byAddress(1)).build();
    CurrentExchange current = gate.open(https());
    gate.enter(strict);
    current.answered(500);
    current.answered(200);
    current.close();

    assertThat(refusal(gate, https(), strict).violatedPolicies()).containsExactly("address");
  }

  @Test
  void theAnswerToAFailureThatWasReportedIsNotCountedAgain() {
    during(
        gate,
        https(),
        () -> {
          gate.enter(logIn);
          gate.failedAuthentication("wrong");
          gate.enter(plain);
        },
        401);
    fail(https(), logIn);
    fail(https(), logIn);

    assertThat(refusal(gate, https(), logIn).violatedPolicies()).containsExactly("address");
  }

  /** As that of a log-in that asks in a thread pool, and turns what it throws into any answer. */
  @ParameterizedTest
  @ValueSource(ints = {200, 302, 400, 403, 503})
  void aFailureThatIsReportedInAThreadWithoutARequestStaysCharged(int status) {
    for (int i = 0; i < 3; i++) {
      during(
          gate,
          https(),
          () -> {
            gate.enter(logIn);
            assertThat(reportedElsewhere().reason()).isEqualTo(RefusalReason.UNDECIDABLE);
          },
          status);
    }

    assertThat(refusal(gate, https(), logIn).violatedPolicies()).containsExactly("address");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 503})
  void soDoesThatOfASecuredEndpointThatIsAnsweredWithAnError(int status) {
    for (int i = 0; i < 3; i++) {
      during(
          gate,
          withToken("t"),
          () -> {
            gate.enter(pin);
            reportedElsewhere();
          },
          status);
    }

    assertThat(refusal(gate, withToken("t"), pin).violatedPolicies()).containsExactly("address");
  }

  @Test
  void aFailureBeforeTheRequestBeganIsNotTheRequests() {
    reportedElsewhere();
    for (int i = 0; i < 5; i++) {
      during(gate, https(), () -> gate.enter(logIn));
    }
  }

  @Test
  void aFailureInAThreadThatTheRequestHasLeftIsTheRequests() {
    EndpointPolicy strict = endpoint("strict").open("test").limit(byAddress(1)).build();
    CurrentExchange current = gate.open(https());
    gate.enter(strict);
    CompletableFuture.runAsync(current::resume).join();
    assertThat(refusal(() -> gate.failedAuthentication("wrong")).reason())
        .isEqualTo(RefusalReason.UNDECIDABLE);
    current.answered(200);
    current.close();
    current.suspend();

    assertThat(refusal(gate, https(), strict).violatedPolicies()).containsExactly("address");
  }

  private Refusal reportedElsewhere() {
    return CompletableFuture.supplyAsync(() -> refusal(() -> gate.failedAuthentication("wrong")))
        .join();
  }

  private void fail(FakeExchange exchange, EndpointPolicy policy) {
    during(
        gate,
        exchange,
        () -> {
          gate.enter(policy);
          assertThat(gate.failedAuthentication("wrong").problem().status()).isEqualTo(401);
        },
        401);
  }

  private void fail(Runnable entering) {
    during(
        gate,
        https(),
        () -> {
          entering.run();
          assertThat(gate.failedAuthentication("wrong").problem().status()).isEqualTo(401);
        },
        401);
  }

  private void enter(EndpointPolicy policy, String limit, String key) {
    Passage passage = gate.enter(policy);
    passage.limitKey(limit, key);
    passage.acquireLimits();
  }

  private static LimitPolicy byAddress(long permits) {
    return failures("address", permits).key(LimitKey.ADDRESS).build();
  }

  private static LimitPolicy byArgument(String name, long permits) {
    return failures(name, permits).key(LimitKey.ARGUMENT).build();
  }

  private static LimitPolicy.Builder failures(String name, long permits) {
    return limit(name, permits).counted(Counted.FAILED_AUTHENTICATIONS);
  }
}
