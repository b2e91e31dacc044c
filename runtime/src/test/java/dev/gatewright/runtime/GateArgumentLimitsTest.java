package dev.gatewright.runtime;

import static dev.gatewright.testing.GateFixture.during;
import static dev.gatewright.testing.GateFixture.endpoint;
import static dev.gatewright.testing.GateFixture.https;
import static dev.gatewright.testing.GateFixture.limit;
import static dev.gatewright.testing.GateFixture.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.GateFixture;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Limits that count by what the guard makes of the arguments. */
class GateArgumentLimitsTest {
  private final GateFixture fixture = new GateFixture();
  private final Gate gate = fixture.builder().build();

  private final EndpointPolicy logIn =
      endpoint("logIn")
          .open("test")
          .limit(
              limit("account", 2)
                  .key(LimitKey.ARGUMENT)
                  .counted(Counted.FAILED_AUTHENTICATIONS)
                  .build())
          .build();

  private final EndpointPolicy order =
      endpoint("order")
          .open("test")
          .limit(limit("by-address", 10).key(LimitKey.ADDRESS).build())
          .limit(limit("article", 2).key(LimitKey.ARGUMENT).build())
          .limit(limit("shop", 3).key(LimitKey.ARGUMENT).build())
          .build();

  @Test
  void callsAreCountedByWhatTheGuardSays() {
    order("a", "one");
    order("a", "one");

    assertThat(refusal(() -> order("a", "one")).violatedPolicies()).containsExactly("article");
    order("b", "one");
    assertThat(refusal(() -> order("b", "one")).violatedPolicies()).containsExactly("shop");
    order("b", "two");
  }

  @Test
  void headersTellOfTheLimitsOfAllTiers() {
    FakeExchange exchange = https();
    during(gate, exchange, () -> enter(order, "a", "one"));

    assertThat(exchange.responseHeaders().get("RateLimit"))
        .contains("\"by-address\";r=9", "\"article\";r=1", "\"shop\";r=2");
    assertThat(exchange.responseHeaders()).containsEntry("X-RateLimit-Remaining", "1");
  }

  @Test
  void aRefusalByOneArgumentChargesNoOther() {
    order("a", "one");
    order("a", "one");
    refusal(() -> order("a", "one"));
    refusal(() -> order("a", "one"));

    order("b", "one");
  }

  @Test
  void failedLogInsOfOneAccountAreRefusedFromWhereverTheyCome() {
    failToLogIn("alice", "203.0.113.1");
    failToLogIn("alice", "203.0.113.2");

    Refusal refusal = refusal(() -> logIn("alice", "203.0.113.3"));

    assertThat(refusal.reason()).isEqualTo(RefusalReason.LIMIT_EXCEEDED);
    assertThat(refusal.violatedPolicies()).containsExactly("account");
    logIn("bob", "203.0.113.1");
  }

  @Test
  void logInsThatSucceedCostNothing() {
    for (int i = 0; i < 10; i++) {
      logIn("alice", "203.0.113.1");
    }
  }

  @Test
  void aCallWithoutAKeyIsRefused() {
    assertThat(refusal(() -> order(null, "one")).reason()).isEqualTo(RefusalReason.UNDECIDABLE);
  }

  @Test
  void aGuardThatForgetsALimitIsRefused() {
    Refusal refusal =
        refusal(
            () ->
                during(
                    gate,
                    https(),
                    () -> {
                      Passage passage = gate.enter(order);
                      passage.limitKey("article", "a");
                      passage.acquireLimits();
                    }));

    assertThat(refusal.reason()).isEqualTo(RefusalReason.UNDECIDABLE);
  }

  @Test
  void aGuardThatNamesALimitTooManyIsRefused() {
    Refusal refusal =
        refusal(
            () ->
                during(
                    gate,
                    https(),
                    () -> {
                      Passage passage = gate.enter(logIn);
                      passage.limitKey("account", "alice");
                      passage.limitKey("shop", "one");
                      passage.acquireLimits();
                    }));

    assertThat(refusal.reason()).isEqualTo(RefusalReason.UNDECIDABLE);
  }

  @Test
  void aRefusalTellsOfTheLimitsThatWereAskedBefore() {
    order("a", "one");
    order("a", "one");

    assertThat(refusal(() -> order("a", "one")).headers().get("RateLimit"))
        .contains("\"by-address\";r=7", "\"article\";r=0", "\"shop\";r=1");
  }

  @Test
  void eachCallInOneExchangeIsCountedInsideAnotherGuardOrNot() {
    during(
        gate,
        https(),
        () -> {
          enter(order, "a", "one");
          enter(order, "b", "two");
          enter(order, "a", "two");
          Refusal refusal = refusal(() -> enter(order, "a", "one"));
          assertThat(refusal.violatedPolicies()).containsExactly("article");
          assertThat(refusal.headers().get("RateLimit"))
              .as("the tightest of each limit, and the address once")
              .contains("\"by-address\";r=9", "\"article\";r=0", "\"shop\";r=2")
              .doesNotContain("-2");
        });
  }

  @Test
  void whatAForwardLeadsToIsCountedByItsArguments() {
    EndpointPolicy door = endpoint("door").open("test").build();
    Runnable forwarded =
        () -> {
          gate.admit(door);
          gate.enter(door);
          gate.admit(order);
          enter(order, "a", "one");
        };
    during(gate, https(), forwarded);
    during(gate, https(), forwarded);

    assertThat(refusal(() -> during(gate, https(), forwarded)).violatedPolicies())
        .containsExactly("article");
  }

  @Test
  void aThousandCallsInOneExchangeCostAThousandTimesOneCall() {
    EndpointPolicy many =
        endpoint("many")
            .open("test")
            .limit(limit("address", 1).key(LimitKey.ADDRESS).build())
            .limit(limit("row", 1_000_000).key(LimitKey.ARGUMENT).build())
            .build();
    FakeExchange exchange = https();
    during(
        gate,
        exchange,
        () -> {
          for (int i = 0; i < 1_000; i++) {
            Passage passage = gate.enter(many);
            passage.limitKey("row", i % 2 == 0 ? "even" : "odd");
            passage.acquireLimits();
          }
        });

    assertThat(exchange.responseHeaders().get("RateLimit"))
        .isEqualTo("\"address\";r=0;t=60,\"row\";r=999500;t=60");
  }

  @Test
  void guessesInAGuardInsideAGuardAreCountedWhicheverDoorLedToIt() {
    EndpointPolicy api = endpoint("api").open("test").build();
    EndpointPolicy page = endpoint("page").open("test").build();
    guessInside(api, "alice");
    guessInside(page, "alice");

    for (EndpointPolicy door : List.of(api, page)) {
      Refusal refusal = refusal(() -> logInInside(door, "alice"));
      assertThat(refusal.reason()).isEqualTo(RefusalReason.LIMIT_EXCEEDED);
      assertThat(refusal.violatedPolicies()).containsExactly("account");
      logInInside(door, "bob");
    }
    assertThat(refusal(() -> logIn("alice", "203.0.113.1")).reason())
        .as("without a door")
        .isEqualTo(RefusalReason.LIMIT_EXCEEDED);
  }

  @Test
  void logInsInAGuardInsideAGuardThatSucceedCostNothing() {
    for (int i = 0; i < 10; i++) {
      logInInside(order, "alice");
    }
  }

  @Test
  void manyGuessesInOneRequestAreManyGuesses() {
    Refusal refusal =
        refusal(
            () ->
                during(
                    gate,
                    https(),
                    () -> {
                      gate.enter(order);
                      enterLogIn("alice");
                      enterLogIn("alice");
                      enterLogIn("alice");
                    }));

    assertThat(refusal.violatedPolicies()).containsExactly("account");
  }

  @Test
  void aRefusedCallInsideAGuardGivesNoGuessBackBeforeItIsKnownToBeNone() {
    EndpointPolicy door =
        endpoint("door")
            .open("test")
            .limit(
                limit("guesses", 1)
                    .key(LimitKey.ADDRESS)
                    .counted(Counted.FAILED_AUTHENTICATIONS)
                    .build())
            .build();
    order("a", "one");
    order("a", "one");
    during(
        gate,
        https(),
        () -> {
          gate.enter(door);
          refusal(() -> enter(order, "a", "one"));
          gate.failedAuthentication("wrong password");
        });

    assertThat(refusal(() -> during(gate, https(), () -> gate.admit(door))).violatedPolicies())
        .containsExactly("guesses");
  }

  @Test
  void eachFailureInOneExchangeIsCountedByAddressToo() {
    EndpointPolicy check =
        endpoint("check")
            .open("test")
            .limit(
                limit("guesses", 2)
                    .key(LimitKey.ADDRESS)
                    .counted(Counted.FAILED_AUTHENTICATIONS)
                    .build())
            .build();
    during(
        gate,
        https(),
        () -> {
          gate.enter(order);
          for (int i = 0; i < 2; i++) {
            gate.enter(check);
            gate.failedAuthentication("wrong password");
          }
          assertThat(refusal(() -> gate.enter(check)).violatedPolicies())
              .containsExactly("guesses");
        });
  }

  private void guessInside(EndpointPolicy door, String account) {
    during(
        gate,
        https(),
        () -> {
          gate.enter(door);
          enterLogIn(account);
          gate.failedAuthentication("wrong password");
        });
  }

  private void logInInside(EndpointPolicy door, String account) {
    during(
        gate,
        https(),
        () -> {
          gate.enter(door);
          enterLogIn(account);
        });
  }

  private void order(@Nullable String article, String shop) {
    during(gate, https(), () -> enter(order, article, shop));
  }

  private void enter(EndpointPolicy policy, @Nullable String article, String shop) {
    Passage passage = gate.enter(policy);
    passage.limitKey("article", article);
    passage.limitKey("shop", shop);
    passage.acquireLimits();
  }

  private void failToLogIn(String account, String address) {
    Refusal refusal =
        refusal(
            () ->
                during(
                    gate,
                    FakeExchange.from(address).overTls(),
                    () -> {
                      enterLogIn(account);
                      throw gate.failedAuthentication("wrong password");
                    }));
    assertThat(refusal.reason()).isEqualTo(RefusalReason.AUTHENTICATION_FAILED);
  }

  private void logIn(String account, String address) {
    during(gate, FakeExchange.from(address).overTls(), () -> enterLogIn(account));
  }

  private void enterLogIn(String account) {
    Passage passage = gate.enter(logIn);
    passage.limitKey("account", account);
    passage.acquireLimits();
  }
}
