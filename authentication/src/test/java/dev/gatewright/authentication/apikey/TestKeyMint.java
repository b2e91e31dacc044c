package dev.gatewright.authentication.apikey;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes API keys as the module that issues them does. */
record TestKeyMint(ApiKeyHasher hasher, String prefix, InstantSource clock) {

  TestKeyMint(ApiKeyHasher hasher) {
    this(hasher, ApiKeyAuthenticator.DEFAULT_PREFIX);
  }

  TestKeyMint(ApiKeyHasher hasher, String prefix) {
    this(hasher, prefix, InstantSource.system());
  }

  Minted mint(String owner, Set<String> scopes, Set<String> roles, @Nullable Instant expiresAt) {
    SecureRandom random = new SecureRandom();
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    byte[] id = new byte[8];
    random.nextBytes(id);
    String name = HexFormat.of().formatHex(id);
    String text = ApiKeyFormat.write(prefix, name, secret);
    ApiKey key =
        ApiKey.of(name, hasher.hash(text), owner)
            .scopes(scopes)
            .roles(roles)
            .createdAt(clock.instant())
            .expiresAt(expiresAt)
            .build();
    return new Minted(text, key);
  }

  /** A key as its client has it, and as it is stored. */
  record Minted(String text, ApiKey key) {}
}
