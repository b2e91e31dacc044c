package dev.gatewright.issuing.apikey;

import static dev.gatewright.testing.AuthenticationAssert.accepted;
import static dev.gatewright.testing.AuthenticationAssert.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.gatewright.authentication.apikey.ApiKey;
import dev.gatewright.authentication.apikey.ApiKeyAuthenticator;
import dev.gatewright.authentication.apikey.ApiKeyHasher;
import dev.gatewright.authentication.apikey.ApiKeyStore;
import dev.gatewright.authentication.apikey.InProcessApiKeys;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.testing.FakeExchange;
import dev.gatewright.testing.ForwardingApiKeys;
import dev.gatewright.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ApiKeyRotationTest {
  private static final FakeExchange REQUEST = FakeExchange.from("203.0.113.7");

  private final AtomicReference<Instant> now = new AtomicReference<>(Tokens.NOW);
  private final ApiKeyHasher hasher = new ApiKeyHasher(new byte[32]);
  private final InProcessApiKeys store = new InProcessApiKeys(100);
  private final ApiKeyIssuer issuer =
      new ApiKeyIssuer(new ApiKeyMint(hasher, "gw", now::get), store, now::get);
  private final ApiKeyAuthenticator authenticator =
      ApiKeyAuthenticator.builder(store, hasher).clock(now::get).build();

  private final MintedApiKey old =
      issuer.mint("partner", Set.of("rates:read"), Set.of("bot"), null);

  private Authentication authenticate(MintedApiKey key) {
    return authenticator.authenticate(key.text(), REQUEST);
  }

  @Test
  void bothKeysAreAcceptedDuringTheOverlapAndTheOldOneNotAfterIt() {
    MintedApiKey fresh = issuer.rotate(old.key().id(), Duration.ofDays(1), null).orElseThrow();

    Caller caller = accepted(authenticate(fresh));
    assertThat(caller.subject()).isEqualTo("partner");
    assertThat(caller.scopes()).containsExactly("rates:read");
    assertThat(caller.roles()).containsExactly("bot");
    now.set(Tokens.NOW.plus(Duration.ofDays(1)).minusMillis(1));
    accepted(authenticate(old));

    now.set(Tokens.NOW.plus(Duration.ofDays(1)));
    assertRejected(authenticate(old), "expired");
    accepted(authenticate(fresh));
  }

  @Test
  void aRotationNeverMakesTheOldKeyLiveLonger() {
    MintedApiKey ending = issuer.mint("p", Set.of(), Set.of(), Tokens.NOW.plusSeconds(10));
    assertThat(issuer.rotate(ending.key().id(), Duration.ofDays(1), null)).isPresent();
    now.set(Tokens.NOW.plusSeconds(10));
    assertRejected(authenticate(ending), "expired");
  }

  @Test
  void aKeyThatIsUnknownEndedOrRevokedIsNotRotated() {
    MintedApiKey ended = issuer.mint("p", Set.of(), Set.of(), Tokens.NOW);
    issuer.revoke(old.key().id());
    assertThat(issuer.rotate("nobody", Duration.ZERO, null)).isEmpty();
    assertThat(issuer.rotate(ended.key().id(), Duration.ZERO, null)).isEmpty();
    assertThat(issuer.rotate(old.key().id(), Duration.ZERO, null)).isEmpty();
    assertThat(issuer.keysOf("partner")).hasSize(1);
  }

  @Test
  void aKeyRevokedWhileItIsRotatedLeavesNoSuccessor() {
    ApiKeyStore racing = new RevokedOnInsert(store, old.key().id());
    Optional<MintedApiKey> rotated =
        new ApiKeyIssuer(new ApiKeyMint(hasher), racing, now::get)
            .rotate(old.key().id(), Duration.ofDays(1), null);
    assertThat(rotated).isEmpty();
    assertThat(issuer.keysOf("partner"))
        .hasSize(2)
        .allSatisfy(key -> assertThat(key.isLive(Tokens.NOW)).isFalse());
  }

  @Test
  void aRevokedKeyIsRejectedOnTheNextRequestAndStaysListed() {
    accepted(authenticate(old));
    assertThat(issuer.revoke(old.key().id())).isTrue();
    assertRejected(authenticate(old), "revoked");

    now.set(Tokens.NOW.plusSeconds(5));
    assertThat(issuer.revoke(old.key().id())).isTrue();
    assertThat(issuer.revoke("nobody")).isFalse();
    assertThat(issuer.keysOf("partner"))
        .singleElement()
        .extracting(ApiKey::revokedAt)
        .isEqualTo(Tokens.NOW);
  }

  @Test
  void anOverlapHasBounds() {
    for (Duration overlap : new Duration[] {Duration.ofMillis(-1), Duration.ofDays(91)}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> issuer.rotate(old.key().id(), overlap, null))
          .withMessageContaining("'overlap'");
    }
    assertThat(issuer.keysOf("partner")).hasSize(1);
  }

  @Test
  void oneKeyTooManyIsRefused() {
    InProcessApiKeys one = new InProcessApiKeys(1);
    one.insert(old.key());
    assertThatIllegalStateException()
        .isThrownBy(() -> one.insert(issuer.mint("p", Set.of(), Set.of(), null).key()))
        .withMessageContaining("All 1 API keys are taken");
    assertThatIllegalStateException()
        .isThrownBy(() -> store.insert(old.key()))
        .withMessageContaining("'" + old.key().id() + "'");
  }

  /** A store in which somebody revokes a key at the worst moment. */
  private static final class RevokedOnInsert extends ForwardingApiKeys {
    private final String id;

    RevokedOnInsert(ApiKeyStore store, String id) {
      super(store);
      this.id = id;
    }

    @Override
    public void insert(ApiKey key) {
      super.insert(key);
      super.revoke(id, Tokens.NOW);
    }
  }
}
