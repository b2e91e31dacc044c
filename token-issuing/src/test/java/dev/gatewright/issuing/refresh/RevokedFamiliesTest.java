package dev.gatewright.issuing.refresh;

import static dev.gatewright.testing.AuthenticationAssert.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.gatewright.authentication.InProcessRevocations;
import dev.gatewright.authentication.RevocationStore;
import dev.gatewright.authentication.jwt.JwtAccessTokens;
import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.authentication.jwt.TrustedIssuer;
import dev.gatewright.issuing.TokenIssuer;
import dev.gatewright.issuing.refresh.RefreshOutcome.Refreshed;
import dev.gatewright.issuing.refresh.RefreshOutcome.Refused;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.testing.TestKeys;
import dev.gatewright.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What was revoked is not good any more, whatever failed or ended before. */
class RevokedFamiliesTest {
  private static final RefreshSender APP = RefreshSender.client("app");
  private static final RefreshGrant GRANT =
      RefreshGrant.of("alice", "app", List.of("accounts:read"));

  private final AtomicReference<Instant> now = new AtomicReference<>(Tokens.NOW);
  private final AtomicReference<Optional<Entitlement>> entitlement =
      new AtomicReference<>(Optional.of(new Entitlement(List.of(), List.of("accounts:read"))));
  private final AtomicInteger failures = new AtomicInteger();
  private final InProcessRevocations revocations = new InProcessRevocations(1_000, now::get);
  private final InProcessRefreshTokens store = new InProcessRefreshTokens(1_000);
  private final RefreshTokens tokens = builder().build();
  private final JwtAccessTokens gate =
      new JwtAccessTokens(
          Tokens.settings().clock(now::get).key(TestKeys.verifying(JwtAlgorithm.HS256)).build());

  private RefreshTokens.Builder builder() {
    return RefreshTokens.builder()
        .store(store)
        .revocations(new FailingFirst())
        .entitlements(grant -> entitlement.get())
        .clock(now::get)
        .issuer(
            TokenIssuer.builder()
                .issuer("https://id.example")
                .audience("https://api.example")
                .key(TestKeys.signing(JwtAlgorithm.HS256))
                .clock(now::get)
                .build());
  }

  /** Revokes single tokens only: others of the same subject are none of its business. */
  private final class FailingFirst implements RevocationStore {
    @Override
    public void revoke(String issuer, String credentialId, Instant until) {
      if (failures.getAndDecrement() > 0) {
        throw new IllegalStateException("out of order");
      }
      revocations.revoke(issuer, credentialId, until);
    }

    @Override
    public void revokeSubject(String issuer, String subject, Instant before, Instant until) {
      throw new AssertionError("revokes what others have issued");
    }

    @Override
    public void revokeClient(String issuer, String clientId, Instant before, Instant until) {
      throw new AssertionError("revokes what others have issued");
    }

    @Override
    public boolean isRevoked(Caller caller) {
      return revocations.isRevoked(caller);
    }
  }

  private IssuedTokens issue() {
    return tokens.issue(GRANT).orElseThrow();
  }

  private static IssuedTokens refreshed(RefreshTokens tokens, IssuedTokens from) {
    return ((Refreshed) tokens.refresh(from.refreshToken(), APP)).tokens();
  }

  private boolean isGood(IssuedTokens issued) {
    return !revocations.isRevoked(accepted(gate.verify(issued.accessToken().value())));
  }

  private void assertFamilyIsRevoked(IssuedTokens issued) {
    String hash = new RefreshTokenText().hashOf(issued.refreshToken());
    assertThat(store.find(hash).orElseThrow().family().revokedAt()).isNotNull();
  }

  @Test
  void whatCouldNotBeRevokedOfASubjectIsWhenItIsRepeated() {
    IssuedTokens one = issue();
    IssuedTokens other = issue();
    failures.set(3);
    for (int i = 0; i < 3; i++) {
      assertThatIllegalStateException().isThrownBy(() -> tokens.revokeSubject("alice"));
      // Nobody gets new ones meanwhile.
      assertFamilyIsRevoked(one);
      assertFamilyIsRevoked(other);
    }
    assertThat(List.of(one, other)).allMatch(this::isGood);
    tokens.revokeSubject("alice");
    assertThat(List.of(one, other)).noneMatch(this::isGood);
  }

  @Test
  void soIsWhatCouldNotBeOfAFamily() {
    IssuedTokens first = issue();
    failures.set(1);
    assertThatIllegalStateException().isThrownBy(() -> tokens.revokeFamily(first.familyId()));
    tokens.revokeFamily(first.familyId());
    assertThat(isGood(first)).isFalse();
  }

  @Test
  void soIsWhatCouldNotBeByAnAccessToken() {
    IssuedTokens first = issue();
    String id = first.accessToken().id();
    failures.set(1);
    assertThatIllegalStateException().isThrownBy(() -> tokens.revokeByAccessToken(id));
    assertThat(tokens.revokeByAccessToken(id)).isTrue();
    assertThat(isGood(first)).isFalse();
  }

  @Test
  void soIsWhatCouldNotBeByARefreshToken() {
    IssuedTokens first = issue();
    failures.set(1);
    assertThatIllegalStateException().isThrownBy(() -> tokens.revoke(first.refreshToken(), APP));
    assertThat(tokens.revoke(first.refreshToken(), APP)).isTrue();
    assertThat(isGood(first)).isFalse();
  }

  @Test
  void soIsWhatCouldNotBeAsTheSubjectIsEntitledToNothing() {
    IssuedTokens first = issue();
    entitlement.set(Optional.empty());
    failures.set(1);
    assertThatIllegalStateException().isThrownBy(() -> tokens.refresh(first.refreshToken(), APP));
    assertThat(tokens.refresh(first.refreshToken(), APP)).isInstanceOf(Refused.class);
    assertThat(isGood(first)).isFalse();
  }

  @Test
  void theLastAccessTokenOfAFamilyThatHasEndedIsRevoked() {
    RefreshTokens brief =
        builder()
            .idleLifetime(Duration.ofMinutes(10))
            .absoluteLifetime(Duration.ofMinutes(20))
            .build();
    IssuedTokens one = brief.issue(GRANT).orElseThrow();
    IssuedTokens other = brief.issue(GRANT).orElseThrow();
    now.set(Tokens.NOW.plusSeconds(590));
    IssuedTokens lastOfOne = refreshed(brief, one);
    IssuedTokens lastOfOther = refreshed(brief, other);

    now.set(Tokens.NOW.plus(Duration.ofMinutes(23)));
    assertThat(brief.removeEnded()).isZero();
    assertThat(List.of(lastOfOne, lastOfOther)).allMatch(this::isGood);
    assertThat(brief.revokeByAccessToken(other.accessToken().id())).isTrue();
    assertThat(isGood(lastOfOther)).isFalse();
    assertThat(isGood(lastOfOne)).isTrue();
    brief.revokeSubject("alice");
    assertThat(isGood(lastOfOne)).isFalse();

    now.set(lastOfOne.accessToken().expiresAt().plus(TrustedIssuer.MAX_CLOCK_SKEW));
    assertThat(brief.removeEnded()).isEqualTo(2);
  }

  @Test
  void anAccessTokenThatAnotherClockStillTakesIsRevoked() {
    IssuedTokens first = issue();
    now.set(first.accessToken().expiresAt().plusSeconds(20));
    assertThat(isGood(first)).isTrue();
    tokens.revokeSubject("alice");
    assertThat(isGood(first)).isFalse();
  }
}
