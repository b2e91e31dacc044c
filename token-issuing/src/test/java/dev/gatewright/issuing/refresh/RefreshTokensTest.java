package dev.gatewright.issuing.refresh;

import static dev.gatewright.testing.AuthenticationAssert.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.authentication.InProcessRevocations;
import dev.gatewright.authentication.jwt.JwtAccessTokens;
import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.authentication.jwt.TrustedIssuer;
import dev.gatewright.issuing.TokenIssuer;
import dev.gatewright.issuing.refresh.RefreshOutcome.Refreshed;
import dev.gatewright.issuing.refresh.RefreshOutcome.Refused;
import dev.gatewright.issuing.refresh.RefreshOutcome.Reused;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.caller.Confirmation;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.testing.TestKeys;
import dev.gatewright.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RefreshTokensTest {
  private static final RefreshSender APP = RefreshSender.client("app");
  private static final RefreshGrant GRANT =
      RefreshGrant.of("alice", "app", List.of("accounts:read", "transfers:write"))
          .withAuthentication(Tokens.NOW.minusSeconds(5), List.of("pwd", "otp", "mfa"));

  private final AtomicReference<Instant> now = new AtomicReference<>(Tokens.NOW);
  private final AtomicReference<Optional<Entitlement>> entitlement =
      new AtomicReference<>(
          Optional.of(
              new Entitlement(
                  List.of("customer"), List.of("accounts:read", "transfers:write", "admin"))));
  private final InProcessRefreshTokens store = new InProcessRefreshTokens(1_000);
  private final InProcessRevocations revocations = new InProcessRevocations(1_000, now::get);
  private final RefreshTokens tokens = builder().build();
  private final JwtAccessTokens gate =
      new JwtAccessTokens(
          Tokens.settings().clock(now::get).key(TestKeys.verifying(JwtAlgorithm.HS256)).build());

  private RefreshTokens.Builder builder() {
    return RefreshTokens.builder()
        .store(store)
        .revocations(revocations)
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

  private IssuedTokens issue() {
    return tokens.issue(GRANT).orElseThrow();
  }

  private IssuedTokens refreshed(IssuedTokens from) {
    RefreshOutcome outcome = tokens.refresh(from.refreshToken(), APP);
    assertThat(outcome).isInstanceOf(Refreshed.class);
    return ((Refreshed) outcome).tokens();
  }

  private void assertRefused(String token, RefreshSender sender, String cause) {
    assertThat(tokens.refresh(token, sender))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.cause()).contains(cause));
  }

  private boolean isGood(IssuedTokens issued) {
    return !revocations.isRevoked(accepted(gate.verify(issued.accessToken().value())));
  }

  @Test
  void aRefreshTokenGetsANewAccessTokenAndItsSuccessor() {
    IssuedTokens first = issue();
    now.set(Tokens.NOW.plusSeconds(600));
    IssuedTokens second = refreshed(first);

    assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken()).hasSize(43);
    assertThat(second.familyId()).isEqualTo(first.familyId());
    Caller caller = accepted(gate.verify(second.accessToken().value()));
    assertThat(caller.subject()).isEqualTo("alice");
    assertThat(caller.clientId()).isEqualTo("app");
    assertThat(caller.roles()).containsExactly("customer");
    assertThat(caller.issuedAt()).isEqualTo(Tokens.NOW.plusSeconds(600));
    // A refresh is no authentication: step-up still asks for a fresh one.
    assertThat(caller.authenticatedAt()).isEqualTo(Tokens.NOW.minusSeconds(5));
    assertThat(caller.mfa()).isTrue();
    refreshed(second);
  }

  @Test
  void scopesNeverGrowBeyondTheGrant() {
    assertThat(issue().scopes()).containsExactly("accounts:read", "transfers:write");
  }

  @Test
  void whatWasTakenFromASubjectIsGoneWithTheNextRefresh() {
    IssuedTokens first = issue();
    entitlement.set(Optional.of(new Entitlement(List.of(), List.of("accounts:read"))));
    Caller caller = accepted(gate.verify(refreshed(first).accessToken().value()));
    assertThat(caller.roles()).isEmpty();
    assertThat(caller.scopes()).containsExactly("accounts:read");
  }

  @Test
  void aSubjectThatIsEntitledToNothingLosesItsFamily() {
    IssuedTokens first = issue();
    entitlement.set(Optional.empty());
    assertRefused(first.refreshToken(), APP, "entitled to no tokens");
    assertThat(isGood(first)).isFalse();
    assertThat(tokens.issue(GRANT)).isEmpty();
  }

  @Test
  void aRefreshTokenUsedTwiceRevokesItsWholeFamily() {
    IssuedTokens other = issue();
    IssuedTokens first = issue();
    IssuedTokens second = refreshed(first);
    IssuedTokens third = refreshed(second);

    assertThat(tokens.refresh(first.refreshToken(), APP))
        .isInstanceOfSatisfying(
            Reused.class,
            reused -> {
              assertThat(reused.family().id()).isEqualTo(first.familyId());
              assertThat(reused.family().grant().subject()).isEqualTo("alice");
            });

    assertRefused(third.refreshToken(), APP, "revoked");
    assertThat(List.of(first, second, third)).noneMatch(this::isGood);
    assertThat(isGood(other)).isTrue();
    refreshed(other);
  }

  @Test
  void whoeverComesSecondIsNoticedHoweverSoon() {
    IssuedTokens stolen = issue();
    refreshed(stolen);
    assertThat(tokens.refresh(stolen.refreshToken(), APP)).isInstanceOf(Reused.class);
  }

  @Test
  void aTokenReusedAgainRevokesAccessTokensThatCouldNotBeRevokedBefore() {
    InProcessRevocations full = new InProcessRevocations(1, now::get);
    full.revoke("i", "other", Tokens.NOW.plusSeconds(60));
    RefreshTokens failing = builder().revocations(full).build();
    IssuedTokens first = issue();
    refreshed(first);
    assertThatIllegalStateException().isThrownBy(() -> failing.refresh(first.refreshToken(), APP));
    assertThat(isGood(first)).isTrue();
    assertThat(tokens.refresh(first.refreshToken(), APP)).isInstanceOf(Reused.class);
    assertThat(isGood(first)).isFalse();
  }

  @RepeatedTest(20)
  void ofManyWhoSendOneTokenAtOnceAtMostOneIsServedAndTheFamilyEnds() throws Exception {
    IssuedTokens first = issue();
    int senders = 8;
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(senders);
    try {
      List<Future<RefreshOutcome>> outcomes = new ArrayList<>();
      Callable<RefreshOutcome> send =
          () -> {
            start.await();
            return tokens.refresh(first.refreshToken(), APP);
          };
      for (int i = 0; i < senders; i++) {
        outcomes.add(pool.submit(send));
      }
      start.countDown();
      List<IssuedTokens> served = new ArrayList<>();
      int reused = 0;
      for (Future<RefreshOutcome> outcome : outcomes) {
        if (outcome.get() instanceof Refreshed refreshed) {
          served.add(refreshed.tokens());
        } else if (outcome.get() instanceof Reused) {
          reused++;
        }
      }
      assertThat(served).hasSize(1);
      assertThat(reused).isPositive();
      assertRefused(served.get(0).refreshToken(), APP, "revoked");
      assertThat(isGood(served.get(0))).isFalse();
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void aTokenOfAnotherClientIsRefusedAndStaysGood() {
    IssuedTokens first = issue();
    assertRefused(first.refreshToken(), RefreshSender.client("other"), "another client");
    refreshed(first);
  }

  @Test
  void aBoundTokenIsRefusedWithoutItsKey() {
    Confirmation key = new Confirmation(null, "B".repeat(42) + "A");
    Confirmation certificate = new Confirmation("C".repeat(42) + "A", null);
    for (Confirmation bound : List.of(key, certificate)) {
      IssuedTokens first = tokens.issue(GRANT.boundTo(bound)).orElseThrow();
      assertRefused(first.refreshToken(), APP, "its key was not proven");
      Confirmation wrong = bound.equals(key) ? certificate : key;
      assertRefused(first.refreshToken(), new RefreshSender("app", wrong), "not proven");
      assertRefused(
          first.refreshToken(),
          new RefreshSender("app", new Confirmation("X".repeat(42) + "A", "Y".repeat(42) + "A")),
          "not proven");

      RefreshOutcome outcome =
          tokens.refresh(
              first.refreshToken(),
              new RefreshSender(
                  "app", new Confirmation("C".repeat(42) + "A", "B".repeat(42) + "A")));
      assertThat(outcome).isInstanceOf(Refreshed.class);
      IssuedTokens next = ((Refreshed) outcome).tokens();
      assertThat(accepted(gate.verify(next.accessToken().value())).confirmation()).isEqualTo(bound);
    }
  }

  @Test
  void anUnusedTokenEndsWithItsIdleLifetime() {
    IssuedTokens first = issue();
    assertThat(first.refreshExpiresAt()).isEqualTo(Tokens.NOW.plus(Duration.ofDays(7)));
    now.set(first.refreshExpiresAt());
    assertRefused(first.refreshToken(), APP, "expired");
  }

  @Test
  void aFamilyEndsHoweverOftenItIsRefreshed() {
    IssuedTokens last = issue();
    for (int day = 6; day < 30; day += 6) {
      now.set(Tokens.NOW.plus(Duration.ofDays(day)));
      last = refreshed(last);
    }
    assertThat(last.refreshExpiresAt()).isEqualTo(Tokens.NOW.plus(Duration.ofDays(30)));
    now.set(Tokens.NOW.plus(Duration.ofDays(30)));
    assertRefused(last.refreshToken(), APP, "expired");
    now.set(now.get().plus(TrustedIssuer.MAX_CLOCK_SKEW));
    assertThat(tokens.removeEnded()).isEqualTo(1);
    assertRefused(last.refreshToken(), APP, "unknown");
  }

  @Test
  void aClientThatLogsOutRevokesItsFamily() {
    IssuedTokens first = issue();
    IssuedTokens second = refreshed(first);
    assertThat(tokens.revoke(second.refreshToken(), RefreshSender.client("other"))).isFalse();
    assertThat(isGood(second)).isTrue();
    assertThat(tokens.revoke(first.refreshToken(), APP)).isTrue();
    assertThat(List.of(first, second)).noneMatch(this::isGood);
    assertRefused(second.refreshToken(), APP, "revoked");
    assertThat(tokens.revoke("whatever", APP)).isFalse();
  }

  @Test
  void whoLogsOutWithAnAccessTokenRevokesItsFamily() {
    IssuedTokens first = issue();
    IssuedTokens second = refreshed(first);
    IssuedTokens other = issue();
    assertThat(tokens.revokeByAccessToken(first.accessToken().id())).isTrue();
    assertThat(List.of(first, second)).noneMatch(this::isGood);
    assertRefused(second.refreshToken(), APP, "revoked");
    assertThat(isGood(other)).isTrue();
    assertThat(tokens.revokeByAccessToken("unknown")).isFalse();
    now.set(Tokens.NOW.plus(Duration.ofDays(30)).plus(TrustedIssuer.MAX_CLOCK_SKEW));
    tokens.removeEnded();
    assertThat(tokens.revokeByAccessToken(other.accessToken().id())).isFalse();
  }

  @Test
  void aSubjectThatLogsOutEverywhereRevokesAllItsFamilies() {
    IssuedTokens one = issue();
    IssuedTokens other = issue();
    IssuedTokens bobs =
        tokens.issue(RefreshGrant.of("bob", "app", List.of("accounts:read"))).orElseThrow();
    tokens.revokeSubject("alice");
    assertThat(List.of(one, other)).noneMatch(this::isGood);
    assertThat(isGood(bobs)).isTrue();
    refreshed(bobs);
  }

  @Test
  void theStoreHoldsNoToken() {
    IssuedTokens first = issue();
    assertThat(store.find(first.refreshToken())).isEmpty();
    assertThat(first.toString())
        .doesNotContain(first.refreshToken(), first.accessToken().value())
        .contains(first.familyId());
    RefreshTokenText texts = new RefreshTokenText();
    String hash = texts.hashOf(first.refreshToken());
    assertThat(store.find(hash).orElseThrow().token().toString()).doesNotContain(hash);
  }

  @Property
  void noTextWhateverThrows(@ForAll String text) {
    assertThat(tokens.refresh(text, APP)).isInstanceOf(Refused.class);
  }

  @Test
  void anySingleCharacterChangedIsRefused() {
    String token = issue().refreshToken();
    for (int i = 0; i < token.length(); i++) {
      char changed = token.charAt(i) == 'A' ? 'E' : 'A';
      assertThat(tokens.refresh(token.substring(0, i) + changed + token.substring(i + 1), APP))
          .isInstanceOf(Refused.class);
    }
    assertThat(tokens.refresh(token, APP)).isInstanceOf(Refreshed.class);
  }

  @Test
  void oneTokenTooManyIsRefusedAndNoneIsForgotten() {
    RefreshTokens two = builder().store(new InProcessRefreshTokens(2)).build();
    IssuedTokens first = two.issue(GRANT).orElseThrow();
    assertThat(two.refresh(first.refreshToken(), APP)).isInstanceOf(Refreshed.class);
    assertThatIllegalStateException()
        .isThrownBy(() -> two.issue(GRANT))
        .withMessageContaining("All 2 refresh tokens are taken");
    assertThat(two.refresh(first.refreshToken(), APP)).isInstanceOf(Reused.class);
  }

  @Test
  void everyMissingOrWrongOptionIsNamed() {
    assertNames("store", builder().store(null));
    assertNames("issuer", builder().issuer(null));
    assertNames("revocations", builder().revocations(null));
    assertNames("entitlements", builder().entitlements(null));
    assertNames("idleLifetime", builder().idleLifetime(Duration.ofSeconds(59)));
    assertNames("idleLifetime", builder().idleLifetime(Duration.ofDays(31)));
    assertNames("absoluteLifetime", builder().absoluteLifetime(Duration.ofDays(367)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RefreshGrant.of("alice", "app", List.of("a b")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RefreshGrant.of("alice", " ", List.of()))
        .withMessageContaining("'clientId'");
  }

  private static void assertNames(String option, RefreshTokens.Builder builder) {
    assertThatThrownBy(builder::build)
        .isInstanceOfSatisfying(
            InvalidOptionException.class, e -> assertThat(e.option()).isEqualTo(option));
  }
}
