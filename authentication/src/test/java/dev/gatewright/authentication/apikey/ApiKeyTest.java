package dev.gatewright.authentication.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.testing.Values;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiKeyTest {
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final String HASH = "h".repeat(43);

  private static ApiKey.Builder key() {
    return ApiKey.of("abcd", HASH, "partner");
  }

  private static ApiKey.Builder everything() {
    return key()
        .scopes(Set.of("read"))
        .roles(Set.of("bot"))
        .createdAt(NOW)
        .expiresAt(NOW.plusSeconds(1))
        .revokedAt(NOW.plusSeconds(2))
        .lastUsedAt(NOW.plusSeconds(3));
  }

  private static List<ApiKey> keys() {
    return List.of(
        key().build(),
        ApiKey.of("other", HASH, "partner").build(),
        ApiKey.of("abcd", "x".repeat(43), "partner").build(),
        ApiKey.of("abcd", HASH, "mallory").build(),
        key().scopes(Set.of("bot")).build(),
        key().roles(Set.of("bot")).build(),
        key().createdAt(NOW).build(),
        key().expiresAt(NOW).build(),
        key().revokedAt(NOW).build(),
        key().lastUsedAt(NOW).build());
  }

  @Test
  void keysAreEqualByAllTheirParts() {
    Values.checkEquality(ApiKeyTest::keys);
  }

  @Test
  void aKeyThatIsChangedKeepsItsOtherParts() {
    ApiKey key = everything().build();
    Instant later = NOW.plusSeconds(9);

    assertThat(key.withHash("x".repeat(43)).withHash(HASH)).isEqualTo(key);
    assertThat(key.withExpiresAt(later)).isEqualTo(everything().expiresAt(later).build());
    assertThat(key.withRevokedAt(later)).isEqualTo(everything().revokedAt(later).build());
    assertThat(key.withLastUsedAt(later)).isEqualTo(everything().lastUsedAt(later).build());
  }

  @Test
  void aKeyDoesNotChangeWithTheSetItWasMadeOf() {
    Set<String> roles = new HashSet<>(Set.of("bot"));
    ApiKey key = key().roles(roles).build();

    roles.add("admin");

    assertThat(key.roles()).containsExactly("bot").isUnmodifiable();
  }

  @Test
  void theTextFormHoldsNoHash() {
    assertThat(everything().build().toString())
        .startsWith("ApiKey[id=abcd, owner=partner,")
        .doesNotContain(HASH);
  }
}
