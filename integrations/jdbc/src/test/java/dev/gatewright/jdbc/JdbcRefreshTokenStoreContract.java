package dev.gatewright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatewright.authentication.InProcessRevocations;
import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.authentication.jwt.SigningKey;
import dev.gatewright.issuing.TokenIssuer;
import dev.gatewright.issuing.refresh.Entitlement;
import dev.gatewright.issuing.refresh.IssuedTokens;
import dev.gatewright.issuing.refresh.RefreshFamily;
import dev.gatewright.issuing.refresh.RefreshGrant;
import dev.gatewright.issuing.refresh.RefreshOutcome;
import dev.gatewright.issuing.refresh.RefreshSender;
import dev.gatewright.issuing.refresh.RefreshTokenStore;
import dev.gatewright.issuing.refresh.RefreshTokens;
import dev.gatewright.issuing.refresh.StoredRefreshToken;
import dev.gatewright.issuing.refresh.StoredRefreshToken.IssuedAccess;
import dev.gatewright.runtime.caller.Confirmation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What must hold on every database. */
abstract class JdbcRefreshTokenStoreContract {
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00.123Z");
  private static final RefreshGrant GRANT =
      new RefreshGrant(
          "al'ice",
          "app",
          List.of("write", "read"),
          List.of("pwd", "otp"),
          NOW.minusSeconds(5),
          new Confirmation("C".repeat(43), "K".repeat(43)));
  private static final RefreshFamily FAMILY =
      new RefreshFamily("family-1", GRANT, NOW.plusSeconds(3_600), null);

  private JdbcRefreshTokenStore store;

  abstract DataSource database();

  @BeforeEach
  void connect() {
    store = new JdbcRefreshTokenStore(database());
  }

  private static StoredRefreshToken token(String name) {
    return new StoredRefreshToken(
        name.repeat(43),
        NOW.plusSeconds(600),
        null,
        new IssuedAccess("jti-" + name, NOW.plusSeconds(60)));
  }

  private RefreshTokenStore.Found found(String name) {
    return store.find(name.repeat(43)).orElseThrow();
  }

  @Test
  void aFamilyIsReadAsItWasStored() {
    store.insert(FAMILY, token("a"));
    assertThat(found("a")).isEqualTo(new RefreshTokenStore.Found(FAMILY, token("a")));

    RefreshFamily plain =
        new RefreshFamily("family-2", RefreshGrant.of("bob", "app", List.of()), NOW, null);
    store.insert(plain, token("b"));
    assertThat(found("b").family()).isEqualTo(plain);
    assertThat(store.find("x' or '1'='1")).isEmpty();
  }

  @Test
  void aTokenIsReplacedOnce() {
    store.insert(FAMILY, token("a"));
    assertThat(store.replace("a".repeat(43), NOW, token("b"))).isTrue();
    assertThat(store.replace("a".repeat(43), NOW, token("c"))).isFalse();
    assertThat(store.replace("z".repeat(43), NOW, token("c"))).isFalse();
    assertThat(found("a").token().usedAt()).isEqualTo(NOW);
    assertThat(found("b").token().usedAt()).isNull();
    assertThat(found("b").family()).isEqualTo(FAMILY);
    assertThat(store.find("c".repeat(43))).isEmpty();
  }

  @Test
  void aReplacementThatCannotBeStoredLeavesTheTokenUnused() {
    store.insert(FAMILY, token("a"));
    store.insert(new RefreshFamily("other", GRANT, NOW.plusSeconds(1), null), token("b"));
    assertThatExceptionOfType(DatabaseException.class)
        .isThrownBy(() -> store.replace("a".repeat(43), NOW, token("b")));
    assertThat(found("a").token().usedAt()).isNull();
    assertThat(store.replace("a".repeat(43), NOW, token("c"))).isTrue();
  }

  @Test
  void noTokenOfARevokedFamilyIsReplaced() {
    store.insert(FAMILY, token("a"));
    store.replace("a".repeat(43), NOW, token("b"));
    IssuedAccess first = token("a").accessToken();
    IssuedAccess second = token("b").accessToken();
    assertThat(store.revoke("family-1", NOW, NOW)).containsExactlyInAnyOrder(first, second);
    assertThat(store.replace("b".repeat(43), NOW, token("c"))).isFalse();

    Instant later = NOW.plusSeconds(100);
    assertThat(store.revoke("family-1", later, NOW.plusSeconds(59)))
        .containsExactlyInAnyOrder(first, second);
    assertThat(store.revoke("family-1", later, NOW.plusSeconds(60))).isEmpty();
    assertThat(found("b").family().revokedAt()).isEqualTo(NOW);
    assertThat(store.revoke("none", NOW, NOW)).isEmpty();
  }

  @Test
  void aSubjectsFamiliesAreFoundWhileTheyLive() {
    store.insert(FAMILY, token("a"));
    assertThat(store.liveFamilies("al'ice", NOW)).containsExactly("family-1");
    assertThat(store.liveFamilies("bob", NOW)).isEmpty();
    assertThat(store.liveFamilies("al'ice", FAMILY.endsAt().minusMillis(1)))
        .containsExactly("family-1");
    assertThat(store.liveFamilies("al'ice", FAMILY.endsAt())).isEmpty();
  }

  @Test
  void soAreThoseThatWereRevokedWhileAnAccessTokenLives() {
    store.insert(FAMILY, token("a"));
    store.replace("a".repeat(43), NOW, token("b"));
    store.revoke("family-1", NOW, NOW);
    assertThat(store.liveFamilies("al'ice", NOW.plusSeconds(59))).containsExactly("family-1");
    assertThat(store.liveFamilies("al'ice", NOW.plusSeconds(60))).isEmpty();
  }

  @Test
  void aFamilyThatHasEndedStaysWhileAnAccessTokenLives() {
    RefreshFamily ending = new RefreshFamily("family-1", GRANT, NOW.plusSeconds(30), null);
    store.insert(ending, token("a"));
    store.replace("a".repeat(43), NOW, token("b"));
    assertThat(store.removeEnded(NOW.plusSeconds(59))).isZero();
    assertThat(store.liveFamilies("al'ice", NOW.plusSeconds(59))).containsExactly("family-1");
    assertThat(store.familyOfAccessToken("jti-a")).contains("family-1");
    assertThat(store.revoke("family-1", NOW, NOW.plusSeconds(59))).hasSize(2);
    assertThat(store.removeEnded(NOW.plusSeconds(60))).isEqualTo(1);
    assertThat(store.familyOfAccessToken("jti-a")).isEmpty();
  }

  @Test
  void aFamilyIsFoundByAnyOfItsAccessTokens() {
    store.insert(FAMILY, token("a"));
    store.replace("a".repeat(43), NOW, token("b"));
    assertThat(store.familyOfAccessToken("jti-a")).contains("family-1");
    assertThat(store.familyOfAccessToken("jti-b")).contains("family-1");
    assertThat(store.familyOfAccessToken("jti-c")).isEmpty();
  }

  @Test
  void whatHasEndedIsForgottenWithItsTokens() {
    store.insert(FAMILY, token("a"));
    store.replace("a".repeat(43), NOW, token("b"));
    assertThat(store.removeEnded(FAMILY.endsAt().minusMillis(1))).isZero();
    assertThat(found("a").token().usedAt()).isEqualTo(NOW);
    assertThat(store.removeEnded(FAMILY.endsAt())).isEqualTo(1);
    assertThat(store.find("a".repeat(43))).isEmpty();
    assertThat(store.find("b".repeat(43))).isEmpty();
  }

  @RepeatedTest(5)
  void ofManyWhoSendOneTokenAtOnceAtMostOneIsServedAndTheFamilyEnds() throws Exception {
    RefreshTokens tokens = refreshTokens();
    IssuedTokens first =
        tokens.issue(RefreshGrant.of("alice", "app", List.of("read"))).orElseThrow();
    RefreshSender app = RefreshSender.client("app");
    int senders = 8;
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(senders);
    try {
      Callable<RefreshOutcome> send =
          () -> {
            start.await();
            return tokens.refresh(first.refreshToken(), app);
          };
      List<Future<RefreshOutcome>> outcomes = new ArrayList<>();
      for (int i = 0; i < senders; i++) {
        outcomes.add(pool.submit(send));
      }
      start.countDown();
      List<IssuedTokens> served = new ArrayList<>();
      int reused = 0;
      for (Future<RefreshOutcome> outcome : outcomes) {
        if (outcome.get() instanceof RefreshOutcome.Refreshed refreshed) {
          served.add(refreshed.tokens());
        } else if (outcome.get() instanceof RefreshOutcome.Reused) {
          reused++;
        }
      }
      assertThat(served).hasSize(1);
      assertThat(reused).isPositive();
      assertThat(tokens.refresh(served.get(0).refreshToken(), app))
          .isInstanceOf(RefreshOutcome.Refused.class);
    } finally {
      pool.shutdownNow();
    }
  }

  private RefreshTokens refreshTokens() {
    return RefreshTokens.builder()
        .store(store)
        .revocations(new InProcessRevocations(1_000))
        .entitlements(grant -> Optional.of(new Entitlement(List.of(), List.of("read"))))
        .issuer(
            TokenIssuer.builder()
                .issuer("https://id.example")
                .audience("https://api.example")
                .key(
                    SigningKey.of("k", JwtAlgorithm.HS256, new SecretKeySpec(new byte[32], "HMAC")))
                .build())
        .build();
  }
}
