package dev.gatewright.runtime;

import static dev.gatewright.testing.GateFixture.during;
import static dev.gatewright.testing.GateFixture.endpoint;
import static dev.gatewright.testing.GateFixture.https;
import static dev.gatewright.testing.GateFixture.limit;
import static dev.gatewright.testing.GateFixture.refusal;
import static dev.gatewright.testing.GateFixture.user;
import static dev.gatewright.testing.GateFixture.withToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.Counted;
import dev.gatewright.LimitKey;
import dev.gatewright.runtime.limit.InProcessRateLimiter;
import dev.gatewright.runtime.limit.LimitDecision;
import dev.gatewright.runtime.limit.RateLimiter;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.policy.LimitPolicy;
import dev.gatewright.runtime.problem.Refusal;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.runtime.problem.RefusedException;
import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.GateFixture;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Promise 1: what cannot be decided is refused. */
class GateFailsClosedTest {
  private final GateFixture fixture = new GateFixture();

  @Test
  void aCallWithoutAnExchangeIsRefused() {
    Gate gate = fixture.builder().build();
    EndpointPolicy open = endpoint("open").open("anybody may").build();

    Refusal refusal = refusal(() -> gate.enter(open));

    assertThat(refusal.reason()).isEqualTo(RefusalReason.UNDECIDABLE);
    assertThat(fixture.events)
        .singleElement()
        .satisfies(event -> assertThat(event.endpoint()).isEqualTo("Endpoint.open"));
  }

  @Test
  void aCallOnAnotherThreadThanItsExchangeIsRefused() {
    Gate gate = fixture.builder().build();
    EndpointPolicy open = endpoint("open").open("anybody may").build();
    AtomicReference<Refusal> refusal = new AtomicReference<>();
    during(
        gate,
        https(),
        () -> {
          gate.admit(open);
          CompletableFuture.runAsync(() -> refusal.set(refusal(() -> gate.enter(open)))).join();
        });
    assertThat(refusal.get().reason()).isEqualTo(RefusalReason.UNDECIDABLE);
  }

  @Test
  void aRevocationStoreThatFailsRefusesTheRequest() {
    Gate gate =
        fixture
            .builder()
            .revocations(
                caller -> {
                  throw new IllegalStateException("secret detail of the store");
                })
            .build();
    fixture.token("t", user("alice"));

    Refusal refusal = refusal(gate, withToken("t"), endpoint("m").secured().build());

    assertThat(refusal.reason()).isEqualTo(RefusalReason.UNDECIDABLE);
    assertThat(refusal.headers()).containsKey("Retry-After");
    assertThat(refusal.toString()).doesNotContain("secret detail");
  }

  @Test
  void aLimitStoreThatFailsRefusesTheRequest() {
    RateLimiter broken =
        new ScriptedLimiter(
            granted -> {
              throw new IllegalStateException("unreachable");
            },
            () -> {});
    Gate gate = fixture.builder().rateLimiter(broken).build();
    fixture.token("t", user("alice"));

    Refusal refusal =
        refusal(gate, withToken("t"), endpoint("m").secured().limit(limit("m", 1).build()).build());

    assertThat(refusal.reason()).isEqualTo(RefusalReason.UNDECIDABLE);
  }

  @Test
  void anIdentityProviderThatDoesNotAnswerRefusesTheRequestWith503() {
    Gate gate = fixture.builder().build();

    Refusal refusal = refusal(gate, withToken("provider-down"), endpoint("m").secured().build());

    assertThat(refusal.reason().status()).isEqualTo(503);
    assertThat(refusal.headers()).containsKey("Retry-After");
  }

  @Test
  void aSinkThatFailsChangesNoDecision() {
    Gate gate =
        fixture
            .builder()
            .sink(
                event -> {
                  throw new IllegalStateException("disk full");
                })
            .build();

    Refusal refusal = refusal(gate, https(), endpoint("m").secured().build());

    assertThat(refusal.reason()).isEqualTo(RefusalReason.CREDENTIAL_MISSING);
  }

  @Test
  void aPassForOneEndpointOpensNoOther() {
    Gate gate = fixture.builder().build();
    EndpointPolicy open = endpoint("open").open("anybody may").build();
    EndpointPolicy secured = endpoint("secured").secured().build();
    during(
        gate,
        https(),
        () -> {
          gate.admit(open);
          assertThatThrownBy(() -> gate.enter(secured)).isInstanceOf(RefusedException.class);
          gate.enter(open);
          assertThatThrownBy(() -> gate.enter(secured)).isInstanceOf(RefusedException.class);
        });
  }

  @Test
  void aRefusedFirstStageIsNoPass() {
    Gate gate = fixture.builder().build();
    EndpointPolicy secured = endpoint("secured").secured().build();
    during(
        gate,
        https(),
        () -> {
          assertThatThrownBy(() -> gate.admit(secured)).isInstanceOf(RefusedException.class);
          assertThatThrownBy(() -> gate.enter(secured)).isInstanceOf(RefusedException.class);
        });
  }

  @Test
  void aPolicyThatIsNeitherSecuredNorOpenCannotBeBuilt() {
    assertThatThrownBy(() -> endpoint("m").build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("either secured or open");
    assertThatThrownBy(() -> endpoint("m").secured().open("both").build())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void withoutAnAuthenticatorEverySecuredEndpointIsClosed() {
    Gate gate = new GateBuilder().rateLimiter(InProcessRateLimiter.create()).build();

    assertThat(refusal(gate, withToken("t"), endpoint("m").secured().build()).reason())
        .isEqualTo(RefusalReason.CREDENTIAL_INVALID);
  }

  @Test
  void anExchangeThatCannotBeOpenedLeavesNothingOnItsThread() {
    Gate gate = fixture.builder().build();
    FakeExchange broken = https().failingToSetHeaders();

    assertThatThrownBy(() -> gate.open(broken)).hasMessage("the response is gone");

    during(gate, https(), () -> gate.admit(endpoint("open").open("anybody may").build()));
    assertThat(fixture.events).hasSize(1);
  }

  @Test
  void permitsAreNotPaidBackTwiceWhenTheStoreFailsToConfirmIt() {
    AtomicInteger paidBack = new AtomicInteger();
    RateLimiter silent =
        new ScriptedLimiter(
            limit -> new LimitDecision(limit, true, 4, 1, 0, 0),
            () -> {
              paidBack.incrementAndGet();
              throw new IllegalStateException("done, but the answer was lost");
            });
    Gate gate = fixture.builder().rateLimiter(silent).build();
    fixture.token("t", user("alice"));
    LimitPolicy failures =
        limit("failures", 5).key(LimitKey.ADDRESS).counted(Counted.FAILED_AUTHENTICATIONS).build();

    Refusal refusal =
        refusal(gate, withToken("t"), endpoint("m").secured().limit(failures).build());

    assertThat(refusal.reason()).isEqualTo(RefusalReason.UNDECIDABLE);
    assertThat(paidBack).hasValue(1);
  }
}
