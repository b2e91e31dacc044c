package dev.gatewright.spring.authentication;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which API keys are accepted. Immutable; the text form does not hold the pepper.
 *
 * @param pepper secret under which keys are hashed: at least 32 random bytes in base64; this or
 *     'pepper-name' is mandatory
 * @param pepperName name of the secret that holds the pepper, where it rotates: a file of
 *     'gatewright.secrets.directory', an environment variable, or what the application's
 *     SecretSource knows
 * @param keys the keys, hashed
 */
public record ApiKeysProperties(
    @Nullable String pepper, @Nullable String pepperName, @DefaultValue List<Key> keys) {

  @Override
  public String toString() {
    return "ApiKeysProperties[" + keys.size() + " keys]";
  }

  /**
   * One key. Its text form does not hold the hash.
   *
   * @param id the part of the key before the dot, without the prefix; mandatory
   * @param hash what the mint printed, never the key itself; mandatory
   * @param owner whom calls with this key act for; mandatory
   * @param scopes scopes
   * @param roles roles
   * @param expiresAt when the key ends, as 2027-01-31T00:00:00Z; absent where it does not
   */
  public record Key(
      @Nullable String id,
      @Nullable String hash,
      @Nullable String owner,
      @DefaultValue Set<String> scopes,
      @DefaultValue Set<String> roles,
      @Nullable Instant expiresAt) {

    @Override
    public String toString() {
      return "Key[id=" + id + ", owner=" + owner + "]";
    }
  }
}
