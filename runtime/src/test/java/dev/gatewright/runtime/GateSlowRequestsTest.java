package dev.gatewright.runtime;

import static dev.gatewright.testing.GateFixture.NOW;
import static dev.gatewright.testing.GateFixture.endpoint;
import static dev.gatewright.testing.GateFixture.limit;
import static dev.gatewright.testing.GateFixture.user;
import static dev.gatewright.testing.GateFixture.withToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.LimitKey;
import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.testing.GateFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a slow body keeps waiting is asked about again before the endpoint runs. */
class GateSlowRequestsTest {
  private static final EndpointPolicy POLICY =
      endpoint("upload").secured().limit(limit("uploads", 2).build()).build();
  private static final EndpointPolicy RECENT =
      endpoint("pay").secured().maxAuthAge(Duration.ofSeconds(8)).build();
  private static final EndpointPolicy INNER = endpoint("inner").secured().build();

  private final GateFixture fixture = new GateFixture();
  private final AtomicInteger asked = new AtomicInteger();
  private Instant now = NOW;
  private boolean revoked;
  private Gate gate;

  @BeforeEach
  void build() {
    fixture.token(
        "alice", user("alice").authenticatedAt(NOW).expiresAt(NOW.plus(Duration.ofMinutes(5))));
    gate =
        fixture
            .builder()
            .clock(() -> now)
            .revocations(
                caller -> {
                  asked.incrementAndGet();
                  return revoked;
                })
            .build();
  }

  private void after(Duration time, EndpointPolicy admitted, EndpointPolicy entered) {
    GateFixture.during(
        gate,
        withToken("alice"),
        () -> {
          gate.admit(admitted);
          now = now.plus(time);
          gate.enter(entered);
        });
  }

  private RefusalReason refusalAfter(
      Duration time, EndpointPolicy admitted, EndpointPolicy entered) {
    return GateFixture.refusal(() -> after(time, admitted, entered)).reason();
  }

  @Test
  void aQuickOneIsAskedAboutOnce() {
    after(Duration.ofSeconds(5), POLICY, POLICY);

    assertThat(asked).hasValue(1);
  }

  @Test
  void aSlowOneIsAskedAboutAgainAndChargedOnce() {
    after(Duration.ofSeconds(6), POLICY, POLICY);
    after(Duration.ofMinutes(2), POLICY, POLICY);

    assertThat(asked).hasValue(4);
    assertThat(fixture.verified).as("credentials that were verified").hasSize(4);
  }

  @Test
  void aCredentialThatIsRevokedMeanwhileIsRefused() {
    revokeLater();

    assertThat(refusalAfter(Duration.ofSeconds(6), POLICY, POLICY))
        .isEqualTo(RefusalReason.CREDENTIAL_INVALID);
  }

  @Test
  void anAuthenticationThatGrewTooOldMeanwhileIsRefused() {
    assertThat(refusalAfter(Duration.ofSeconds(9), RECENT, RECENT))
        .isEqualTo(RefusalReason.INSUFFICIENT_AUTHENTICATION);
  }

  @Test
  void aCredentialThatIsNotAcceptedAnyMoreIsRefused() {
    assertThat(refusalWhere(() -> fixture.tokens.remove("alice"), POLICY))
        .isEqualTo(RefusalReason.CREDENTIAL_INVALID);
  }

  @Test
  void aRoleThatTheCallerHasNoMoreIsMissed() {
    EndpointPolicy clerks = endpoint("clerks").secured().anyRole("clerk").build();
    fixture.token("alice", user("alice").roles(Set.of("clerk")));

    assertThat(refusalWhere(() -> fixture.token("alice", user("alice")), clerks))
        .isEqualTo(RefusalReason.ROLE_MISSING);
  }

  /** The reason of the refusal where something happens while a body is read for 6 seconds. */
  private RefusalReason refusalWhere(Runnable meanwhile, EndpointPolicy policy) {
    return refusalOf(
        () -> {
          gate.admit(policy);
          meanwhile.run();
          now = now.plusSeconds(6);
          gate.enter(policy);
        });
  }

  private RefusalReason refusalOf(Runnable calls) {
    return GateFixture.refusal(() -> GateFixture.during(gate, withToken("alice"), calls)).reason();
  }

  @Test
  void whomALimitByArgumentHoldsIsAskedAboutAgain() {
    EndpointPolicy held =
        endpoint("held").secured().limit(limit("row", 2).key(LimitKey.ARGUMENT).build()).build();
    holdByLimits();

    assertThat(
            refusalOf(
                () -> {
                  Passage passage = gate.enter(held);
                  passage.limitKey("row", "1");
                  passage.acquireLimits();
                }))
        .isEqualTo(RefusalReason.CREDENTIAL_INVALID);
  }

  @Test
  void soIsWhomTheLimitOfAnInnerGuardHolds() {
    holdByLimits();

    assertThat(
            refusalOf(
                () -> {
                  gate.enter(INNER);
                  gate.enter(POLICY);
                }))
        .isEqualTo(RefusalReason.CREDENTIAL_INVALID);
  }

  @Test
  void soIsWhomASlowPolicyKeepsWaiting() {
    revokeLater();

    assertThat(
            refusalOf(
                () -> {
                  Passage passage = gate.enter(INNER);
                  now = now.plusSeconds(6);
                  passage.require("Slow", true);
                }))
        .isEqualTo(RefusalReason.CREDENTIAL_INVALID);
  }

  /** Each limit that is asked takes 6 seconds, after the first of which all are revoked. */
  private void holdByLimits() {
    gate =
        fixture
            .builder()
            .clock(() -> now)
            .limitListener((name, decision, charged) -> now = now.plusSeconds(6))
            .revocations(caller -> asked.incrementAndGet() > 1)
            .build();
  }

  @Test
  void aClockThatWasSetBackMakesNothingFresh() {
    revokeLater();

    assertThat(refusalAfter(Duration.ofMinutes(-1), POLICY, POLICY))
        .isEqualTo(RefusalReason.CREDENTIAL_INVALID);
  }

  @Test
  void aGuardThatIsCalledLateInsideAnotherAsksAgain() {
    revokeLater();

    assertThat(
            GateFixture.refusal(
                    () ->
                        GateFixture.during(
                            gate,
                            withToken("alice"),
                            () -> {
                              gate.admit(POLICY);
                              gate.enter(POLICY);
                              now = now.plusSeconds(6);
                              gate.enter(INNER);
                            }))
                .reason())
        .isEqualTo(RefusalReason.CREDENTIAL_INVALID);
  }

  /** From the second question on. */
  private void revokeLater() {
    gate =
        fixture
            .builder()
            .clock(() -> now)
            .revocations(caller -> asked.incrementAndGet() > 1)
            .build();
  }
}
