package dev.gatewright.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.gatewright.Scheme;
import dev.gatewright.authentication.jwt.TrustedIssuer;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class InProcessRevocationsTest {
  private static final String ISSUER = "https://id.example";

  private Instant now = Tokens.NOW;
  private final InProcessRevocations revocations = new InProcessRevocations(3, () -> now);

  private static Caller caller(String id, String subject, Instant issuedAt) {
    return Caller.of(Scheme.BEARER, ISSUER, subject).credentialId(id).issuedAt(issuedAt).build();
  }

  private boolean isRevoked(String id) {
    return revocations.isRevoked(caller(id, "alice", Tokens.NOW));
  }

  @Test
  void nothingIsRevokedAtFirst() {
    assertThat(isRevoked("a")).isFalse();
    assertThat(revocations.isRevoked(Caller.of(Scheme.BEARER, ISSUER, "alice").build())).isFalse();
  }

  @Test
  void aCredentialIsRevokedByIssuerAndId() {
    revocations.revoke(ISSUER, "a", now.plusSeconds(900));
    assertThat(isRevoked("a")).isTrue();
    assertThat(isRevoked("b")).isFalse();
    assertThat(
            revocations.isRevoked(
                Caller.of(Scheme.BEARER, "other", "alice").credentialId("a").build()))
        .isFalse();
  }

  @Test
  void aRevocationOutlivesItsCredentialByTheGreatestSkew() {
    revocations.revoke(ISSUER, "a", now.plusSeconds(900));
    now = now.plusSeconds(900).plus(TrustedIssuer.MAX_CLOCK_SKEW).minusMillis(1);
    assertThat(isRevoked("a")).isTrue();
    now = now.plusMillis(1);
    assertThat(isRevoked("a")).isFalse();
  }

  @Test
  void aRevocationWithoutEndDoesNotEnd() {
    revocations.revoke(ISSUER, "a", Instant.MAX);
    now = now.plus(Duration.ofDays(36_500));
    assertThat(isRevoked("a")).isTrue();
  }

  @Test
  void revokingAgainNeverShortensARevocation() {
    revocations.revoke(ISSUER, "a", now.plusSeconds(900));
    revocations.revoke(ISSUER, "a", now);
    now = now.plusSeconds(600);
    assertThat(isRevoked("a")).isTrue();
  }

  @Test
  void everythingOfASubjectIssuedBeforeIsRevokedAndWhatComesLaterIsNot() {
    revocations.revokeSubject(ISSUER, "alice", now, now.plusSeconds(900));
    assertThat(revocations.isRevoked(caller("a", "alice", now.minusSeconds(1)))).isTrue();
    assertThat(revocations.isRevoked(caller("a", "alice", now))).isFalse();
    assertThat(revocations.isRevoked(caller("a", "bob", now.minusSeconds(1)))).isFalse();
  }

  /** It says no more than the second, and in that it may have been issued before. */
  @Test
  void aTokenOfTheSecondInWhichItsSubjectWasRevokedCountsAsIssuedBefore() {
    Instant second = now.truncatedTo(ChronoUnit.SECONDS);
    revocations.revokeSubject(ISSUER, "alice", second.plusMillis(700), now.plusSeconds(900));
    assertThat(revocations.isRevoked(caller("a", "alice", second))).isTrue();
    assertThat(revocations.isRevoked(caller("a", "alice", second.plusSeconds(1)))).isFalse();
  }

  @Test
  void aCredentialThatDoesNotSayWhenItWasIssuedCountsAsIssuedBefore() {
    revocations.revokeSubject(ISSUER, "alice", now, now.plusSeconds(900));
    assertThat(revocations.isRevoked(caller("a", "alice", null))).isTrue();
    now = now.plusSeconds(900).plus(TrustedIssuer.MAX_CLOCK_SKEW);
    assertThat(revocations.isRevoked(caller("a", "alice", null))).isFalse();
  }

  @Test
  void revokingASubjectAgainNeverGivesAnythingBack() {
    revocations.revokeSubject(ISSUER, "alice", now, now.plusSeconds(900));
    revocations.revokeSubject(ISSUER, "alice", now.minusSeconds(60), now);
    now = now.plusSeconds(800);
    assertThat(revocations.isRevoked(caller("a", "alice", Tokens.NOW.minusSeconds(1)))).isTrue();
  }

  @Test
  void everythingOfAClientIssuedBeforeIsRevokedWhoeverItIsFor() {
    revocations.revokeClient(ISSUER, "app", now, now.plusSeconds(900));
    assertThat(revocations.isRevoked(ofClient("app", "alice", now.minusSeconds(1)))).isTrue();
    assertThat(revocations.isRevoked(ofClient("app", "bob", now.minusSeconds(1)))).isTrue();
    assertThat(revocations.isRevoked(ofClient("app", "alice", now))).isFalse();
    assertThat(revocations.isRevoked(ofClient("other", "alice", now.minusSeconds(1)))).isFalse();
    assertThat(revocations.isRevoked(caller("a", "app", now.minusSeconds(1)))).isFalse();
  }

  private static Caller ofClient(String clientId, String subject, Instant issuedAt) {
    return Caller.of(Scheme.BEARER, ISSUER, subject).clientId(clientId).issuedAt(issuedAt).build();
  }

  @Test
  void oneRevocationTooManyIsRefusedAndNoneIsDropped() {
    revocations.revoke(ISSUER, "a", now.plusSeconds(900));
    revocations.revoke(ISSUER, "b", now.plusSeconds(900));
    revocations.revokeSubject(ISSUER, "bob", now, now.plusSeconds(900));

    assertThatIllegalStateException()
        .isThrownBy(() -> revocations.revoke(ISSUER, "c", now.plusSeconds(900)))
        .withMessageContaining("All 3 revocations are taken");
    assertThatIllegalStateException()
        .isThrownBy(() -> revocations.revokeSubject(ISSUER, "carol", now, now.plusSeconds(900)));
    assertThat(isRevoked("a")).isTrue();
    assertThat(isRevoked("b")).isTrue();
    assertThat(isRevoked("c")).isFalse();

    revocations.revoke(ISSUER, "a", now.plusSeconds(1_000));
    revocations.revokeSubject(ISSUER, "bob", now, now.plusSeconds(1_000));
  }

  @Test
  void endedRevocationsMakeRoom() {
    revocations.revoke(ISSUER, "a", now);
    revocations.revoke(ISSUER, "b", now);
    revocations.revokeSubject(ISSUER, "bob", now, now);
    now = now.plus(TrustedIssuer.MAX_CLOCK_SKEW);
    revocations.revoke(ISSUER, "c", now.plusSeconds(900));
    assertThat(isRevoked("c")).isTrue();
  }

  @Test
  void roomForNothingIsRefusedAtStartUp() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InProcessRevocations(0))
        .withMessageContaining("'maxEntries'");
  }
}
