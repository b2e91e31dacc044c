package dev.gatewright.spring.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.runtime.CurrentExchange;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.caller.Revocations;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.testing.GateFixture;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** Whom a thread works for, when tasks come and go in it. */
class CallerPropagationTest {
  private static final EndpointPolicy ENDPOINT =
      GateFixture.endpoint("find").route("GET", "/").secured().build();

  private final ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder().build();
  private final GateFixture fixture = new GateFixture();
  private final Gate gate = fixture.builder().build();
  private final CallerContext context = new CallerContext(gate);
  private final CallerPropagation propagation = new CallerPropagation(context);
  private final CurrentCaller current =
      new ThreadCaller(context, new CredentialLife(Revocations.none(), () -> GateFixture.NOW));

  @BeforeEach
  void register() {
    propagation.afterPropertiesSet();
    fixture.token("alice", GateFixture.user("alice"));
    fixture.token("bob", GateFixture.user("bob"));
  }

  @AfterEach
  void nothingIsLeft() {
    propagation.destroy();
    assertThat(current.caller()).isNull();
    assertThat(context.ofTask()).isNull();
    assertThat(MDC.get("correlationId")).isNull();
  }

  private String now() {
    Caller caller = current.caller();
    return caller == null ? "nobody" : caller.subject();
  }

  /** Does something in an exchange, as the filter does. */
  private void during(String token, Runnable work) {
    CurrentExchange exchange = gate.open(GateFixture.withToken(token));
    CallerContext.Stay stay = context.enter(exchange);
    try {
      if (!token.isEmpty()) {
        gate.admit(ENDPOINT);
      }
      work.run();
    } finally {
      stay.end();
      exchange.close();
    }
  }

  private ContextSnapshot submittedBy(String token) {
    ContextSnapshot[] taken = new ContextSnapshot[1];
    during(token, () -> taken[0] = snapshots.captureAll());
    return taken[0];
  }

  private static void in(ContextSnapshot snapshot, Runnable task) {
    snapshot.wrap(task).run();
  }

  @Test
  void aTaskHasTheCallerOfWhoSubmittedIt() {
    in(submittedBy("alice"), () -> assertThat(now()).isEqualTo("alice"));
    in(submittedBy(""), () -> assertThat(now()).isEqualTo("nobody"));
  }

  @Test
  void aThreadInAnExchangeHasThatOnesCallerWhateverTaskRunsInIt() {
    ContextSnapshot alices = submittedBy("alice");
    during(
        "bob",
        () -> {
          String logged = MDC.get("correlationId");
          in(
              alices,
              () -> {
                assertThat(now()).isEqualTo("bob");
                assertThat(MDC.get("correlationId")).isEqualTo(logged);
              });
          assertThat(now()).isEqualTo("bob");
        });
    during("", () -> in(alices, () -> assertThat(now()).isEqualTo("nobody")));
  }

  @Test
  void aTaskInTheThreadOfAnotherTaskHasItsOwnCallerOrNobody() {
    ContextSnapshot alices = submittedBy("alice");
    ContextSnapshot bobs = submittedBy("bob");
    ContextSnapshot strangers = submittedBy("");
    ContextSnapshot ofNoRequest = snapshots.captureAll();
    in(
        alices,
        () -> {
          in(bobs, () -> assertThat(now()).isEqualTo("bob"));
          assertThat(now()).isEqualTo("alice");
          in(strangers, () -> assertThat(now()).isEqualTo("nobody"));
          assertThat(now()).isEqualTo("alice");
          in(ofNoRequest, () -> assertThat(now()).isEqualTo("nobody"));
          assertThat(now()).isEqualTo("alice");
          in(snapshots.captureAll(), () -> assertThat(now()).isEqualTo("alice"));
          assertThat(now()).isEqualTo("alice");
        });
  }

  @Test
  void anExchangeInTheThreadOfATaskGivesItBack() {
    in(
        submittedBy("alice"),
        () -> {
          String logged = MDC.get("correlationId");
          during("bob", () -> assertThat(now()).isEqualTo("bob"));
          assertThat(now()).isEqualTo("alice");
          assertThat(MDC.get("correlationId")).isEqualTo(logged);
        });
  }

  @Test
  void aTaskThatFailsLeavesNobody() {
    ContextSnapshot alices = submittedBy("alice");

    assertThatThrownBy(
            () ->
                in(
                    alices,
                    () -> {
                      throw new IllegalStateException("failed");
                    }))
        .hasMessage("failed");
  }

  @Test
  void aScopeThatIsClosedAfterItsRequestLeavesNobody() {
    ContextSnapshot alices = submittedBy("alice");
    ContextSnapshot.Scope[] open = new ContextSnapshot.Scope[1];
    during("bob", () -> open[0] = alices.setThreadLocals());

    open[0].close();

    assertThat(now()).isEqualTo("nobody");
    MDC.remove("correlationId");
  }

  /** As that of an adapter that tells nobody but the gate. */
  @Test
  void soDoesOneOfAnExchangeThatOnlyTheGateKnows() {
    ContextSnapshot bobs = submittedBy("bob");
    GateFixture.during(
        gate,
        GateFixture.withToken("alice"),
        () -> {
          gate.admit(ENDPOINT);
          assertThat(now()).isEqualTo("alice");
          in(bobs, () -> assertThat(now()).isEqualTo("alice"));
          in(snapshots.captureAll(), () -> assertThat(now()).isEqualTo("alice"));
        });

    assertThat(now()).isEqualTo("nobody");
  }

  @Test
  void anExchangeThatIsOverOrGoesOnElsewhereHasNobody() throws InterruptedException {
    CurrentExchange exchange = gate.open(GateFixture.withToken("alice"));
    CallerContext.Stay stay = context.enter(exchange);
    gate.admit(ENDPOINT);
    exchange.suspend();
    assertThat(now()).isEqualTo("nobody");
    exchange.resume();
    assertThat(now()).isEqualTo("alice");
    Thread elsewhere = new Thread(exchange::resume);
    elsewhere.start();
    elsewhere.join();
    assertThat(now()).isEqualTo("nobody");
    exchange.close();
    assertThat(now()).isEqualTo("nobody");
    stay.end();
  }

  @Test
  void anApplicationsOwnTextForTheLogComesBack() {
    ContextSnapshot alices = submittedBy("alice");
    MDC.put("correlationId", "own");

    in(alices, () -> assertThat(MDC.get("correlationId")).isNotEqualTo("own").isNotNull());

    assertThat(MDC.get("correlationId")).isEqualTo("own");
    MDC.remove("correlationId");
  }

  @Test
  void twoApplicationsInOneProcessHaveTheirOwnCallers() {
    CallerContext others = new CallerContext(new GateFixture().builder().build());
    CallerPropagation othersPropagation = new CallerPropagation(others);
    othersPropagation.afterPropertiesSet();
    try {
      in(
          submittedBy("alice"),
          () -> {
            assertThat(now()).isEqualTo("alice");
            assertThat(others.ofTask()).isNull();
          });
    } finally {
      othersPropagation.destroy();
    }
  }

  @Test
  void aCredentialThatEndsIsNoCallerFromThenOn() {
    fixture.token("ending", GateFixture.user("alice").expiresAt(GateFixture.NOW));
    fixture.token("good", GateFixture.user("alice").expiresAt(GateFixture.NOW.plusMillis(1)));

    in(submittedBy("ending"), () -> assertThat(now()).isEqualTo("nobody"));
    in(submittedBy("good"), () -> assertThat(now()).isEqualTo("alice"));
  }

  @Test
  void whatCannotBeToldOfARevocationIsThrown() {
    CurrentCaller undecided =
        new ThreadCaller(
            context,
            new CredentialLife(
                caller -> {
                  throw new IllegalStateException("down");
                },
                () -> GateFixture.NOW));

    in(submittedBy("alice"), () -> assertThatThrownBy(undecided::caller).hasMessage("down"));
  }
}
