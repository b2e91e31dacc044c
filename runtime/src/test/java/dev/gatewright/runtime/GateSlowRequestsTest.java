package dev.gatewright.runtime;

import static dev.gatewright.testing.GateFixture.NOW;
import static dev.gatewright.testing.GateFixture.endpoint;
import static dev.gatewright.testing.GateFixture.limit;
import static dev.gatewright.testing.GateFixture.user;
import static dev.gatewright.testing.GateFixture.withToken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.runtime.policy.EndpointPolicy;
import dev.gatewright.runtime.problem.RefusalReason;
import dev.gatewright.testing.GateFixture;
import java.time.Duration;
import java.time.Instant;
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
    assertThat(fixture.verified).as("credentials that were verified").hasSize(2);
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
  void aTokenThatEndedMeanwhileIsVerifiedAgain() {
    fixture.tokens.remove("alice");
    fixture.token("alice", user("alice").expiresAt(NOW.plusSeconds(60)));
    assertThat(
            GateFixture.refusal(
                    () ->
                        GateFixture.during(
                            gate,
                            withToken("alice"),
                            () -> {
                              gate.admit(POLICY);
                              fixture.tokens.remove("alice");
                              now = now.plusSeconds(91);
                              gate.enter(POLICY);
                            }))
                .reason())
        .isEqualTo(RefusalReason.CREDENTIAL_INVALID);
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
