package dev.gatewright.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.gatewright.Scheme;
import dev.gatewright.authentication.apikey.ApiKey;
import dev.gatewright.authentication.apikey.ApiKeyAuthenticator;
import dev.gatewright.authentication.apikey.ApiKeyHasher;
import dev.gatewright.authentication.apikey.ApiKeyUpdates;
import dev.gatewright.issuing.apikey.ApiKeyIssuer;
import dev.gatewright.issuing.apikey.ApiKeyMint;
import dev.gatewright.issuing.apikey.MintedApiKey;
import dev.gatewright.runtime.caller.Authentication;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must hold on every database. */
abstract class JdbcApiKeyStoreContract {
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00.123Z");
  private static final String HASH = "H".repeat(43);

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final ApiKeyHasher hasher = new ApiKeyHasher(new byte[32]);
  private DataSource database;
  private JdbcApiKeyStore store;
  private ApiKeyIssuer issuer;

  abstract DataSource database();

  @BeforeEach
  void connect() {
    database = database();
    store = new JdbcApiKeyStore(database);
    issuer = new ApiKeyIssuer(new ApiKeyMint(hasher, "gw", now::get), store, now::get);
  }

  private static ApiKey key(String id) {
    return ApiKey.of(id, HASH, "o'wner; drop table x --")
        .scopes(Set.of("a:read", "b:write"))
        .roles(Set.of("r\u00f4le", "bot"))
        .createdAt(NOW)
        .expiresAt(NOW.plusSeconds(60))
        .build();
  }

  private ApiKey stored(String id) {
    return store.findById(id).orElseThrow();
  }

  @Test
  void aKeyIsReadAsItWasStored() {
    ApiKey everything = key("everything").withRevokedAt(NOW).withLastUsedAt(NOW.plusSeconds(5));
    ApiKey nothing = ApiKey.of("nothing", HASH, "nobody").build();
    store.insert(everything);
    store.insert(nothing);
    assertThat(stored("everything")).isEqualTo(everything);
    assertThat(stored("nothing")).isEqualTo(nothing);
    assertThat(store.findById("none")).isEmpty();
    assertThat(store.findById("x' or '1'='1")).isEmpty();
  }

  @Test
  void anIdIsTakenOnce() {
    store.insert(key("abcd"));
    ApiKey other = ApiKey.of("abcd", "X".repeat(43), "mallory").build();
    assertThatIllegalStateException()
        .isThrownBy(() -> store.insert(other))
        .withMessageContaining("'abcd'");
    assertThat(stored("abcd")).isEqualTo(key("abcd"));
  }

  @Test
  void keysAreListedByOwnerOldestFirst() {
    now.set(NOW.plusSeconds(1));
    MintedApiKey second = issuer.mint("p", Set.of(), Set.of(), null);
    now.set(NOW);
    MintedApiKey first = issuer.mint("p", Set.of(), Set.of(), null);
    issuer.mint("other", Set.of(), Set.of(), null);
    store.insert(ApiKey.of("configured", HASH, "p").build());
    assertThat(store.findByOwner("p"))
        .extracting(ApiKey::id)
        .containsExactly("configured", first.key().id(), second.key().id());
  }

  @Test
  void aKeyNeverEndsLaterThanBefore() {
    store.insert(key("abcd"));
    assertThat(store.endBy("abcd", NOW.plusSeconds(90))).isTrue();
    assertThat(stored("abcd").expiresAt()).isEqualTo(NOW.plusSeconds(60));
    assertThat(store.endBy("abcd", NOW.plusSeconds(30))).isTrue();
    assertThat(stored("abcd").expiresAt()).isEqualTo(NOW.plusSeconds(30));

    store.insert(ApiKey.of("endless", HASH, "p").build());
    assertThat(store.endBy("endless", NOW)).isTrue();
    assertThat(stored("endless").expiresAt()).isEqualTo(NOW);
    assertThat(store.endBy("none", NOW)).isFalse();
    store.revoke("abcd", NOW);
    assertThat(store.endBy("abcd", NOW)).isFalse();
  }

  @Test
  void aKeyIsRevokedOnceAndForGood() {
    store.insert(key("abcd"));
    assertThat(store.revoke("abcd", NOW)).isTrue();
    assertThat(store.revoke("abcd", NOW.plusSeconds(9))).isTrue();
    assertThat(stored("abcd").revokedAt()).isEqualTo(NOW);
    assertThat(store.revoke("none", NOW)).isFalse();
  }

  @Test
  void theLastUseOnlyMovesOn() {
    store.insert(key("abcd"));
    store.recordUse("abcd", NOW.plusSeconds(5));
    store.recordUse("abcd", NOW);
    store.recordUse("none", NOW);
    assertThat(stored("abcd").lastUsedAt()).isEqualTo(NOW.plusSeconds(5));
  }

  @Test
  void aHashIsReplacedOnlyWhereItIsTheOneThatWasRead() {
    store.insert(key("abcd"));
    assertThat(store.replaceHash("abcd", "X".repeat(43), "N".repeat(43))).isFalse();
    assertThat(stored("abcd").hash()).isEqualTo(HASH);
    assertThat(store.replaceHash("abcd", HASH, "N".repeat(43))).isTrue();
    assertThat(stored("abcd").hash()).isEqualTo("N".repeat(43));
  }

  @Test
  void aKeyLivesFromMintingToRevocation() {
    ApiKeyUpdates updates = new ApiKeyUpdates(store);
    ApiKeyAuthenticator authenticator =
        ApiKeyAuthenticator.builder(store, hasher).clock(now::get).updates(updates).build();
    MintedApiKey old = issuer.mint("partner", Set.of("a:read"), Set.of(), null);
    MintedApiKey fresh = issuer.rotate(old.key().id(), Duration.ofDays(1), null).orElseThrow();

    assertThat(authenticator.scheme()).isEqualTo(Scheme.API_KEY);
    assertThat(authenticate(authenticator, old)).isInstanceOf(Authentication.Accepted.class);
    assertThat(authenticate(authenticator, fresh)).isInstanceOf(Authentication.Accepted.class);
    now.set(NOW.plus(Duration.ofDays(1)));
    assertThat(authenticate(authenticator, old)).isInstanceOf(Authentication.Rejected.class);
    assertThat(issuer.revoke(fresh.key().id())).isTrue();
    assertThat(authenticate(authenticator, fresh)).isInstanceOf(Authentication.Rejected.class);

    updates.close();
    assertThat(updates.failures()).isZero();
    assertThat(stored(old.key().id()).lastUsedAt()).isEqualTo(NOW);
  }

  @Test
  void aDatabaseThatFailsLeavesItUndecidedAndTellsNothing() throws SQLException {
    MintedApiKey key = issuer.mint("partner", Set.of(), Set.of(), null);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop table gatewright_api_key");
    }
    ApiKeyAuthenticator authenticator = new ApiKeyAuthenticator(store, hasher);
    assertThat(authenticate(authenticator, key)).isInstanceOf(Authentication.Undecidable.class);
    assertThatExceptionOfType(DatabaseException.class)
        .isThrownBy(() -> store.insert(key.key()))
        .withNoCause()
        .withMessageContaining("SQL state 42")
        .satisfies(
            e -> {
              assertThat(e.getMessage()).doesNotContain("gatewright_api_key", key.key().hash());
              assertThat(e.sqlState()).startsWith("42");
            });
  }

  private static Authentication authenticate(ApiKeyAuthenticator authenticator, MintedApiKey key) {
    return authenticator.authenticate(key.text(), new NoExchange());
  }
}
