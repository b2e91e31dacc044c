package dev.gatewright.issuing;

import static dev.gatewright.testing.AuthenticationAssert.accepted;
import static dev.gatewright.testing.AuthenticationAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.gatewright.authentication.jwt.JwtAccessTokens;
import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.authentication.jwt.VerificationKey;
import dev.gatewright.authentication.jwt.VerificationKeys;
import dev.gatewright.runtime.caller.Confirmation;
import dev.gatewright.testing.TestKeys;
import dev.gatewright.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SigningKeysTest {
  private static final Duration OVERLAP = Duration.ofMinutes(15);

  private final AtomicReference<Instant> now = new AtomicReference<>(Tokens.NOW);
  private final SigningKeyPair first = pair("2026-01");
  private final SigningKeyPair second = pair("2026-02");
  private final SigningKeys keys = new SigningKeys(first, OVERLAP, now::get);
  private final TokenIssuer issuer =
      TokenIssuer.builder()
          .issuer("https://id.example")
          .audience("https://api.example")
          .keys(keys)
          .clock(now::get)
          .build();
  private final JwtAccessTokens tokens =
      new JwtAccessTokens(Tokens.settings().clock(now::get).keys(keys).build());

  private static SigningKeyPair pair(String keyId) {
    return SigningKeyPair.of(keyId, JwtAlgorithm.ES256, TestKeys.ec("secp256r1"));
  }

  private String issue() {
    return issuer.issue(TokenRequest.of("alice")).value();
  }

  @Test
  void aReplacedKeyVerifiesUntilTheOverlapEnds() {
    String old = issue();
    keys.rotate(second);
    String fresh = issue();
    accepted(tokens.verify(old));
    accepted(tokens.verify(fresh));

    now.set(Tokens.NOW.plus(OVERLAP).minusMillis(1));
    assertThat(keys.current().contains(first.verification())).isTrue();
    now.set(Tokens.NOW.plus(OVERLAP));
    assertThat(keys.current().contains(first.verification())).isFalse();
    assertThat(keys.current().contains(second.verification())).isTrue();
  }

  @Test
  void theSetIsTheSameObjectAsLongAsNoKeyChanges() {
    VerificationKeys before = keys.current();
    now.set(Tokens.NOW.plusSeconds(5));
    assertThat(keys.current()).isSameAs(before);
    keys.rotate(second);
    VerificationKeys after = keys.current();
    assertThat(after).isNotSameAs(before).isSameAs(keys.refreshed(before));
  }

  @Test
  void aWithdrawnKeyVerifiesNothingOnTheNextRequest() {
    String old = issue();
    keys.rotate(second);
    accepted(tokens.verify(old));
    keys.withdraw("2026-01");
    assertRejected(tokens.verify(old), "key");
    accepted(tokens.verify(issue()));
  }

  @Test
  void theKeyThatSignsCannotBeWithdrawn() {
    assertThatIllegalStateException()
        .isThrownBy(() -> keys.withdraw("2026-01"))
        .withMessageContaining("rotate to another first");
    accepted(tokens.verify(issue()));
  }

  @Test
  void anAnnouncedKeyIsKnownBeforeItSigns() {
    keys.announce(second);
    assertThat(keys.get()).isEqualTo(first.signing());
    assertThat(PublicJwkSet.json(keys.current())).contains("2026-01", "2026-02");
    keys.rotate(second);
    assertThat(keys.get()).isEqualTo(second.signing());
    accepted(tokens.verify(issue()));
  }

  @Test
  void anIdOfAnotherKeyIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> keys.rotate(pair("2026-01")))
        .withMessageContaining("'2026-01'");
    keys.rotate(second);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> keys.announce(pair("2026-01")))
        .withMessageContaining("'2026-01'");
    keys.rotate(first);
    assertThat(keys.get()).isEqualTo(first.signing());
  }

  @Test
  void thereIsNoEndOfKeysWithoutAnEndOfRotations() {
    for (int i = 0; i < SigningKeys.MAX_KEYS - 1; i++) {
      keys.rotate(pair("k" + i));
    }
    SigningKeyPair tooMany = pair("last");
    assertThatIllegalStateException().isThrownBy(() -> keys.rotate(tooMany));
    now.set(Tokens.NOW.plus(OVERLAP));
    keys.rotate(tooMany);
    accepted(tokens.verify(issue()));
  }

  @Test
  void keysThatRotateUnderLoadRefuseNobody() throws Exception {
    ConcurrentLinkedQueue<Object> refused = new ConcurrentLinkedQueue<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      threads.add(
          new Thread(
              () -> {
                for (int n = 0; n < 200; n++) {
                  var verdict = tokens.verify(issue());
                  if (!(verdict instanceof dev.gatewright.runtime.caller.Authentication.Accepted)) {
                    refused.add(verdict);
                  }
                }
              }));
    }
    threads.forEach(Thread::start);
    for (int i = 0; i < 10; i++) {
      keys.rotate(pair("load-" + i));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(refused).isEmpty();
  }

  @Test
  void halvesOfTwoPairsAreNoPair() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new SigningKeyPair(
                    first.signing(),
                    VerificationKey.of("2026-01", JwtAlgorithm.ES256, second.verification().key())))
        .withMessageContaining("does not verify what its other half signs");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SigningKeyPair(first.signing(), second.verification()))
        .withMessageContaining("'keyId'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SigningKeys(first, Duration.ofDays(31)))
        .withMessageContaining("'overlap'");
  }

  @Test
  void theTextFormHoldsNoKey() {
    SigningKeyPair secret = SigningKeyPair.of("s", JwtAlgorithm.HS256, TestKeys.SECRET);
    assertThat(secret.toString()).doesNotContain("SecretKeySpec").contains("keyId=s");
  }

  @Test
  void aBoundTokenSaysToWhichKey() {
    Confirmation bound = new Confirmation("A".repeat(43), "B".repeat(42) + "A");
    String token = issuer.issue(TokenRequest.of("alice").boundTo(bound)).value();
    assertThat(accepted(tokens.verify(token)).confirmation()).isEqualTo(bound);
  }
}
