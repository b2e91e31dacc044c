package dev.gatewright.runtime;

import static dev.gatewright.testing.GateFixture.admit;
import static dev.gatewright.testing.GateFixture.during;
import static dev.gatewright.testing.GateFixture.endpoint;
import static dev.gatewright.testing.GateFixture.https;
import static dev.gatewright.testing.GateFixture.refusal;
import static dev.gatewright.testing.GateFixture.user;
import static dev.gatewright.testing.GateFixture.withToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.runtime.event.SecurityEvent;
import dev.gatewright.runtime.event.SecurityEvent.Outcome;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.GateFixture;
import org.junit.jupiter.api.Test;

class GateEventsTest {
  private final GateFixture fixture = new GateFixture();
  private final Gate gate = fixture.builder().build();
  private final EndpointPolicy secured =
      endpoint("m").route("GET", "/accounts/{id}").secured().build();

  @Test
  void anAllowedRequestIsOneEventHoweverManyGuardsItPasses() {
    fixture.token("t", user("alice").credentialId("jti-1"));

    during(
        gate,
        withToken("t"),
        () -> {
          gate.admit(secured);
          gate.enter(secured);
          gate.enter(endpoint("inner").secured().build());
        });

    assertThat(fixture.events)
        .singleElement()
        .usingRecursiveComparison()
        .isEqualTo(
            SecurityEvent.of(
                    GateFixture.NOW,
                    Outcome.ALLOWED,
                    "203.0.113.7",
                    fixture.events.get(0).correlationId())
                .endpoint("Endpoint.m")
                .route("GET /accounts/{id}")
                .subject("alice")
                .credentialId("jti-1")
                .build());
  }

  @Test
  void aRefusedRequestIsOneEventThatSaysWhyAndHoldsNoCredential() {
    refusal(gate, withToken("forged-token-text"), secured);

    assertThat(fixture.events)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.outcome()).isEqualTo(Outcome.REFUSED);
              assertThat(event.reason()).isEqualTo(RefusalReason.CREDENTIAL_INVALID);
              assertThat(event.toString()).doesNotContain("forged-token-text");
            });
  }

  @Test
  void theClientCanQuoteWhatTheLogCanBeSearchedFor() {
    FakeExchange exchange = https();

    refusal(gate, exchange, secured);

    assertThat(exchange.responseHeaders().get("X-Correlation-Id"))
        .matches("[0-9a-f]{32}")
        .isEqualTo(fixture.events.get(0).correlationId());
  }

  @Test
  void aRequestThatIsAdmittedAndNeverReachesItsEndpointIsIncomplete() {
    fixture.token("t", user("alice"));

    admit(gate, withToken("t"), secured);

    assertThat(fixture.events)
        .singleElement()
        .extracting(SecurityEvent::outcome)
        .isEqualTo(Outcome.INCOMPLETE);
  }

  @Test
  void aSuspendedExchangeGoesOnElsewhereAndEndsOnce() {
    fixture.token("t", user("alice"));
    CurrentExchange current = gate.open(withToken("t"));
    gate.admit(secured);
    current.suspend();
    assertThat(gate.caller()).isNull();
    current.resume();
    assertThat(gate.caller()).isNotNull();
    gate.enter(secured);
    current.close();
    current.close();

    assertThat(fixture.events)
        .singleElement()
        .extracting(SecurityEvent::outcome)
        .isEqualTo(Outcome.ALLOWED);
    assertThatThrownBy(current::resume).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void oneThreadCannotHaveTwoExchanges() {
    CurrentExchange first = gate.open(https());
    assertThatThrownBy(() -> gate.open(https())).isInstanceOf(IllegalStateException.class);
    first.close();
    during(gate, https(), () -> assertThat(gate.caller()).isNull());
  }

  @Test
  void anExchangeThatWasClosedElsewhereIsOverOnThisThread() throws InterruptedException {
    fixture.token("t", user("alice"));
    CurrentExchange first = gate.open(withToken("t"));
    gate.admit(secured);
    assertThat(gate.caller()).isNotNull();

    Thread other = new Thread(first::close);
    other.start();
    other.join();

    assertThat(gate.caller()).isNull();
    CurrentExchange second = gate.open(https());
    second.suspend();
    CurrentExchange third = gate.open(https());
    third.close();
    second.resume();
    assertThat(gate.caller()).isNull();
    second.close();
  }

  @Test
  void anExchangeIsResumedOnAThreadThatHoldsAClosedOne() throws InterruptedException {
    CurrentExchange next = gate.open(https());
    next.suspend();
    CurrentExchange over = gate.open(https());
    Thread other = new Thread(over::close);
    other.start();
    other.join();

    next.resume();

    assertThat(next.isOnThisThread()).isTrue();
    next.close();
  }

  @Test
  void anExchangeThatIsSetAsideIsNotSeenByTheTaskOfAnother() {
    fixture.token("t", user("alice"));
    CurrentExchange stranger = gate.open(https());
    stranger.suspend();
    CurrentExchange alice = gate.open(withToken("t"));
    gate.admit(secured);

    Runnable putBack = stranger.setOtherAside();
    assertThat(alice.isOnThisThread()).isFalse();
    stranger.resume();
    assertThat(stranger.isOnThisThread()).isTrue();
    assertThat(gate.caller()).isNull();
    stranger.suspend();
    putBack.run();

    assertThat(alice.isOnThisThread()).isTrue();
    assertThat(gate.caller()).isNotNull();
    gate.enter(secured);
    alice.close();
    stranger.close();
  }

  @Test
  void anExchangeThatEndsWhileItIsSetAsideDoesNotComeBack() {
    fixture.token("t", user("alice"));
    CurrentExchange stranger = gate.open(https());
    stranger.suspend();
    CurrentExchange alice = gate.open(withToken("t"));
    gate.admit(secured);

    Runnable putBack = stranger.setOtherAside();
    stranger.close();
    assertThatThrownBy(stranger::resume).isInstanceOf(IllegalStateException.class);
    assertThat(gate.caller()).isNull();
    alice.close();
    putBack.run();

    gate.open(https()).close();
  }

  @Test
  void onlyAnAdapterOrTheServerAdmitsARequestToWhatAnswersIt() {
    EndpointPolicy open = endpoint("open").open("test").build();
    EndpointPolicy servlet = EndpointPolicy.of(GateEventsTest.class, "doGet").open("test").build();

    CurrentExchange called = gate.open(https());
    gate.enter(open);
    assertThat(called.isAdmitted()).isFalse();
    gate.admit(open);
    assertThat(called.isAdmitted()).isTrue();
    called.close();

    CurrentExchange served = gate.open(https().answeredBy(GateEventsTest.class));
    gate.enter(open);
    assertThat(served.isAdmitted()).isFalse();
    gate.enter(servlet);
    assertThat(served.isAdmitted()).isTrue();
    served.close();
  }

  @Test
  void guardedAnswersAreNeitherCachedNorSniffed() {
    FakeExchange exchange = https();

    admit(gate, exchange, endpoint("open").open("anybody may").build());

    assertThat(exchange.responseHeaders())
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsKey("Strict-Transport-Security");
  }
}
