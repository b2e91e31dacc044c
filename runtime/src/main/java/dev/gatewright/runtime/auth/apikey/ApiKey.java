package dev.gatewright.runtime.auth.apikey;

import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of an API key: never the key itself. Immutable; its text form does not hold the
 * hash.
 *
 * @param id the part of the key before the dot, without the prefix; public
 * @param hash what {@link ApiKeyMint} printed: HMAC-SHA-256 of the whole key under the pepper, as
 *     43 characters of base64url
 * @param owner whom calls with this key act for
 * @param scopes scopes
 * @param roles roles
 * @param expiresAt when the key ends; null where it does not
 */
public record ApiKey(
    String id,
    String hash,
    String owner,
    Set<String> scopes,
    Set<String> roles,
    @Nullable Instant expiresAt) {

  private static final Pattern HASH = Pattern.compile("[A-Za-z0-9_-]{43}");

  /**
   * Copies the sets it is given.
   *
   * @throws IllegalArgumentException if id or hash are malformed, or the owner is blank
   */
  public ApiKey {
    if (!ApiKeyText.isId(id)) {
      throw new IllegalArgumentException(
          "The id of an API key is malformed. Fix: use 4 to 64 letters and digits.");
    }
    if (!HASH.matcher(hash).matches()) {
      throw new IllegalArgumentException(
          "The hash of API key '" + id + "' is malformed. Fix: copy what ApiKeyMint printed.");
    }
    if (owner.isBlank()) {
      throw new IllegalArgumentException(
          "API key '" + id + "' has no owner. Fix: name whom it acts for.");
    }
    scopes = Set.copyOf(scopes);
    roles = Set.copyOf(roles);
  }

  @Override
  public String toString() {
    return "ApiKey[id="
        + id
        + ", owner="
        + owner
        + ", scopes="
        + scopes
        + ", roles="
        + roles
        + ", expiresAt="
        + expiresAt
        + "]";
  }
}
