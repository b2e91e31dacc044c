package dev.gatewright.authentication.apikey;

import dev.gatewright.authentication.strict.Scopes;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of an API key: never the key itself. Immutable; its text form does not hold the
 * hash.
 *
 * @param id the part of the key before the dot, without the prefix; public
 * @param hash what {@code ApiKeyMint} printed: HMAC-SHA-256 of the whole key under the pepper, as
 *     43 characters of base64url
 * @param owner whom calls with this key act for
 * @param scopes scopes, each of the grammar of RFC 6749, section 3.3
 * @param roles roles, without white space
 * @param createdAt when the key was minted; null where nobody remembers
 * @param expiresAt when the key ends; null where it does not
 * @param revokedAt when the key was revoked; null where it was not
 * @param lastUsedAt when the key was last used, to about a minute; null where nobody knows
 */
public record ApiKey(
    String id,
    String hash,
    String owner,
    Set<String> scopes,
    Set<String> roles,
    @Nullable Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable Instant lastUsedAt) {

  static final int HASH_LENGTH = 43;

  private static final Pattern HASH = Pattern.compile("[A-Za-z0-9_-]{" + HASH_LENGTH + "}");

  /**
   * Copies the sets it is given.
   *
   * @throws IllegalArgumentException if id, hash, a scope or a role are malformed, or the owner is
   *     blank
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
    if (!scopes.stream().allMatch(Scopes::isScope)) {
      throw new IllegalArgumentException(
          "A scope of API key '"
              + id
              + "' is malformed. Fix: use printable ASCII without blanks, quotes and backslashes"
              + " (RFC 6749, section 3.3).");
    }
    if (!roles.stream().allMatch(ApiKey::isRole)) {
      throw new IllegalArgumentException(
          "A role of API key '" + id + "' is empty or has white space. Fix: use one word.");
    }
  }

  /** A key as configuration holds it: nobody remembers when it was minted or used. */
  public ApiKey(
      String id,
      String hash,
      String owner,
      Set<String> scopes,
      Set<String> roles,
      @Nullable Instant expiresAt) {
    this(id, hash, owner, scopes, roles, null, expiresAt, null, null);
  }

  private static boolean isRole(String role) {
    return !role.isEmpty() && role.chars().noneMatch(c -> c <= ' ' || Character.isWhitespace(c));
  }

  /** Whether the key is accepted at an instant: neither ended nor revoked. */
  public boolean isLive(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }

  /** The same key under another hash. */
  public ApiKey withHash(String newHash) {
    return new ApiKey(
        id, newHash, owner, scopes, roles, createdAt, expiresAt, revokedAt, lastUsedAt);
  }

  /** The same key, which ends then. */
  public ApiKey withExpiresAt(Instant instant) {
    Objects.requireNonNull(instant);
    return new ApiKey(id, hash, owner, scopes, roles, createdAt, instant, revokedAt, lastUsedAt);
  }

  /** The same key, revoked. */
  public ApiKey withRevokedAt(Instant instant) {
    Objects.requireNonNull(instant);
    return new ApiKey(id, hash, owner, scopes, roles, createdAt, expiresAt, instant, lastUsedAt);
  }

  /** The same key, last used then. */
  public ApiKey withLastUsedAt(Instant instant) {
    Objects.requireNonNull(instant);
    return new ApiKey(id, hash, owner, scopes, roles, createdAt, expiresAt, revokedAt, instant);
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
        + ", revokedAt="
        + revokedAt
        + "]";
  }
}
