package dev.gatewright.issuing.apikey;

import dev.gatewright.authentication.apikey.ApiKey;
import dev.gatewright.authentication.apikey.ApiKeyStore;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives API keys out, replaces and withdraws them. Thread-safe. */
public final class ApiKeyIssuer {

  /** The longest time that an old key may go on beside the one that replaces it. */
  public static final Duration MAX_OVERLAP = Duration.ofDays(90);

  private final ApiKeyMint mint;
  private final ApiKeyStore store;
  private final InstantSource clock;

  /** Keys by the system's clock. */
  public ApiKeyIssuer(ApiKeyMint mint, ApiKeyStore store) {
    this(mint, store, InstantSource.system());
  }

  /** Keys that this mint makes and this store keeps. */
  public ApiKeyIssuer(ApiKeyMint mint, ApiKeyStore store, InstantSource clock) {
    this.mint = Objects.requireNonNull(mint);
    this.store = Objects.requireNonNull(store);
    this.clock = Objects.requireNonNull(clock);
  }

  /**
   * A new key, which is accepted from now on.
   *
   * @param owner whom calls with this key act for
   * @param expiresAt when it ends; null where it does not
   * @throws IllegalArgumentException if the owner is blank, or a scope or role malformed
   * @throws RuntimeException if the store fails; there is then no key
   */
  public MintedApiKey mint(
      String owner, Set<String> scopes, Set<String> roles, @Nullable Instant expiresAt) {
    MintedApiKey minted = mint.mint(owner, scopes, roles, expiresAt);
    store.insert(minted.key());
    return minted;
  }

  /**
   * A new key for the owner of an old one, with the same scopes and roles. The old one is accepted
   * during the overlap, unless it ends before, so that the owner can change over at leisure.
   *
   * @param overlap how long the old key goes on: zero to 90 days
   * @param expiresAt when the new key ends; null where it does not
   * @return the new key; empty where the old one is unknown, ended or revoked, as such a key says
   *     nothing any more of what its owner may do
   * @throws InvalidOptionException if the overlap is out of bounds
   * @throws RuntimeException if the store fails; the old key is then as it was
   */
  public Optional<MintedApiKey> rotate(String id, Duration overlap, @Nullable Instant expiresAt) {
    Option.require(
        !overlap.isNegative() && overlap.compareTo(MAX_OVERLAP) <= 0,
        "overlap",
        "is not between zero and 90 days",
        "use as long as the owner needs to change over");
    Instant now = clock.instant();
    ApiKey old = store.findById(id).filter(key -> key.isLive(now)).orElse(null);
    if (old == null) {
      return Optional.empty();
    }
    // The new key first: an owner with two keys can go on, one with none cannot.
    MintedApiKey minted = mint(old.owner(), old.scopes(), old.roles(), expiresAt);
    if (!store.endBy(id, now.plus(overlap))) {
      // Revoked in the meantime: so must be what was to replace it.
      store.revoke(minted.key().id(), now);
      return Optional.empty();
    }
    return Optional.of(minted);
  }

  /**
   * Withdraws a key, from the next request on and for good. It stays listed.
   *
   * @return false if there is no such key
   * @throws RuntimeException if the store fails; the key is then as it was
   */
  public boolean revoke(String id) {
    return store.revoke(id, clock.instant());
  }

  /** All keys of an owner, ended and revoked ones too, oldest first. */
  public List<ApiKey> keysOf(String owner) {
    return store.findByOwner(owner);
  }
}
