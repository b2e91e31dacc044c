package dev.gatewright.authentication.apikey;

import dev.gatewright.authentication.strict.Scopes;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds what is stored of an API key: never the key itself. Immutable and thread-safe; its text
 * form does not hold the hash.
 */
public final class ApiKey {
  static final int HASH_LENGTH = 43;

  private static final Pattern HASH = Pattern.compile("[A-Za-z0-9_-]{" + HASH_LENGTH + "}");

  private final String id;
  private final String hash;
  private final String owner;
  private final Set<String> scopes;
  private final Set<String> roles;
  private final @Nullable Instant createdAt;
  private final @Nullable Instant expiresAt;
  private final @Nullable Instant revokedAt;
  private final @Nullable Instant lastUsedAt;

  private ApiKey(Builder builder) {
    id = builder.id;
    hash = builder.hash;
    owner = builder.owner;
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
    scopes = Set.copyOf(builder.scopes);
    roles = Set.copyOf(builder.roles);
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
    createdAt = builder.createdAt;
    expiresAt = builder.expiresAt;
    revokedAt = builder.revokedAt;
    lastUsedAt = builder.lastUsedAt;
  }

  private static boolean isRole(String role) {
    return !role.isEmpty() && role.chars().noneMatch(c -> c <= ' ' || Character.isWhitespace(c));
  }

  /**
   * Starts a key without scopes and roles, which does not end and of which nobody remembers when it
   * was minted or used.
   *
   * @param id the part of the key before the dot, without the prefix; 4 to 64 letters and digits
   * @param hash what {@code ApiKeyMint} printed
   * @param owner whom calls with this key act for
   */
  public static Builder of(String id, String hash, String owner) {
    return new Builder(id, hash, owner);
  }

  /** Returns the part of the key before the dot, without the prefix; public. */
  public String id() {
    return id;
  }

  /**
   * Returns what {@code ApiKeyMint} printed: HMAC-SHA-256 of the whole key under the pepper, as 43
   * characters of base64url.
   */
  public String hash() {
    return hash;
  }

  /** Returns the owner that calls with this key act for. */
  public String owner() {
    return owner;
  }

  /** Returns the scopes, each of the grammar of RFC 6749, section 3.3. Immutable. */
  public Set<String> scopes() {
    return scopes;
  }

  /** Returns the roles, without white space. Immutable. */
  public Set<String> roles() {
    return roles;
  }

  /** Returns when the key was minted; null where nobody remembers. */
  public @Nullable Instant createdAt() {
    return createdAt;
  }

  /** Returns when the key ends; null where it does not. */
  public @Nullable Instant expiresAt() {
    return expiresAt;
  }

  /** Returns when the key was revoked; null where it was not. */
  public @Nullable Instant revokedAt() {
    return revokedAt;
  }

  /** Returns when the key was last used, to about a minute; null where nobody knows. */
  public @Nullable Instant lastUsedAt() {
    return lastUsedAt;
  }

  /** Tells whether the key is accepted at an instant: neither ended nor revoked. */
  public boolean isLive(Instant now) {
    return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
  }

  /** Returns the same key under another hash. */
  public ApiKey withHash(String newHash) {
    return toBuilder(newHash).build();
  }

  /** Returns the same key, which ends then. */
  public ApiKey withExpiresAt(Instant instant) {
    return toBuilder(hash).expiresAt(Objects.requireNonNull(instant)).build();
  }

  /** Returns the same key, revoked. */
  public ApiKey withRevokedAt(Instant instant) {
    return toBuilder(hash).revokedAt(Objects.requireNonNull(instant)).build();
  }

  /** Returns the same key, last used then. */
  public ApiKey withLastUsedAt(Instant instant) {
    return toBuilder(hash).lastUsedAt(Objects.requireNonNull(instant)).build();
  }

  private Builder toBuilder(String newHash) {
    return new Builder(id, newHash, owner)
        .scopes(scopes)
        .roles(roles)
        .createdAt(createdAt)
        .expiresAt(expiresAt)
        .revokedAt(revokedAt)
        .lastUsedAt(lastUsedAt);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ApiKey that
            && id.equals(that.id)
            && hash.equals(that.hash)
            && owner.equals(that.owner)
            && Objects.equals(createdAt, that.createdAt)
            && Objects.equals(expiresAt, that.expiresAt)
            && Objects.equals(revokedAt, that.revokedAt)
            && Objects.equals(lastUsedAt, that.lastUsedAt)
            && scopes.equals(that.scopes)
            && roles.equals(that.roles));
  }

  /** Takes the parts by which keys differ: a hash belongs to one id only. */
  @Override
  public int hashCode() {
    return 31 * id.hashCode() + hash.hashCode();
  }

  @Override
  public String toString() {
    return String.format(
        "ApiKey[id=%s, owner=%s, scopes=%s, roles=%s, expiresAt=%s, revokedAt=%s]",
        id, owner, scopes, roles, expiresAt, revokedAt);
  }

  /** Collects what is stored of a key. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private final String hash;
    private final String owner;
    private Set<String> scopes = Set.of();
    private Set<String> roles = Set.of();
    private @Nullable Instant createdAt;
    private @Nullable Instant expiresAt;
    private @Nullable Instant revokedAt;
    private @Nullable Instant lastUsedAt;

    private Builder(String id, String hash, String owner) {
      this.id = id;
      this.hash = hash;
      this.owner = owner;
    }

    /** Sets all scopes; the key copies them. */
    public Builder scopes(Set<String> newScopes) {
      scopes = newScopes;
      return this;
    }

    /** Sets all roles; the key copies them. */
    public Builder roles(Set<String> newRoles) {
      roles = newRoles;
      return this;
    }

    /** Sets when the key was minted. */
    public Builder createdAt(@Nullable Instant instant) {
      createdAt = instant;
      return this;
    }

    /** Sets when the key ends; null where it does not. */
    public Builder expiresAt(@Nullable Instant instant) {
      expiresAt = instant;
      return this;
    }

    /** Sets when the key was revoked; null where it was not. */
    public Builder revokedAt(@Nullable Instant instant) {
      revokedAt = instant;
      return this;
    }

    /** Sets when the key was last used. */
    public Builder lastUsedAt(@Nullable Instant instant) {
      lastUsedAt = instant;
      return this;
    }

    /**
     * Makes the key.
     *
     * @throws IllegalArgumentException if id, hash, a scope or a role are malformed, or the owner
     *     is blank
     */
    public ApiKey build() {
      return new ApiKey(this);
    }
  }
}
