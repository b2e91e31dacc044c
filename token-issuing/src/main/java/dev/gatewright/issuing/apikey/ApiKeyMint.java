package dev.gatewright.issuing.apikey;

import dev.gatewright.authentication.apikey.ApiKey;
import dev.gatewright.authentication.apikey.ApiKeyAuthenticator;
import dev.gatewright.authentication.apikey.ApiKeyFormat;
import dev.gatewright.authentication.apikey.ApiKeyHasher;
import dev.gatewright.runtime.option.InvalidOptionException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes API keys of 256 random bits. Thread-safe. */
public final class ApiKeyMint {
  private static final String ID_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int ID_LENGTH = 16;
  private static final int SECRET_BYTES = 32;

  private final ApiKeyHasher hasher;
  private final String prefix;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /** Makes keys of the default prefix. */
  public ApiKeyMint(ApiKeyHasher hasher) {
    this(hasher, ApiKeyAuthenticator.DEFAULT_PREFIX);
  }

  /**
   * Makes keys.
   *
   * @param prefix what they start with, before the underscore: 1 to 16 letters and digits
   * @throws InvalidOptionException if the prefix is malformed
   */
  public ApiKeyMint(ApiKeyHasher hasher, String prefix) {
    this(hasher, prefix, InstantSource.system());
  }

  /**
   * Makes keys, created by this clock.
   *
   * @param prefix what they start with, before the underscore: 1 to 16 letters and digits
   * @throws InvalidOptionException if the prefix is malformed
   */
  public ApiKeyMint(ApiKeyHasher hasher, String prefix, InstantSource clock) {
    this.clock = Objects.requireNonNull(clock);
    this.hasher = Objects.requireNonNull(hasher);
    this.prefix = ApiKeyFormat.requirePrefix(prefix);
  }

  /**
   * A new key.
   *
   * @param owner whom calls with this key act for
   * @param expiresAt when it ends; null where it does not
   * @throws IllegalArgumentException if the owner is blank, or a scope or role malformed
   */
  public MintedApiKey mint(
      String owner, Set<String> scopes, Set<String> roles, @Nullable Instant expiresAt) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    String id = newId();
    String text = ApiKeyFormat.write(prefix, id, secret);
    ApiKey key =
        ApiKey.of(id, hasher.hash(text), owner)
            .scopes(scopes)
            .roles(roles)
            .createdAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
            .expiresAt(expiresAt)
            .build();
    return new MintedApiKey(text, key);
  }

  private String newId() {
    StringBuilder id = new StringBuilder(ID_LENGTH);
    for (int i = 0; i < ID_LENGTH; i++) {
      id.append(ID_ALPHABET.charAt(random.nextInt(ID_ALPHABET.length())));
    }
    return id.toString();
  }
}
