package dev.gatewright.issuing.refresh;

import dev.gatewright.authentication.RevocationStore;
import dev.gatewright.issuing.TokenIssuer;
import dev.gatewright.issuing.refresh.RefreshOutcome.Refreshed;
import dev.gatewright.issuing.refresh.RefreshOutcome.Refused;
import dev.gatewright.issuing.refresh.RefreshOutcome.Reused;
import dev.gatewright.issuing.refresh.RefreshTokenStore.Found;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Issues access tokens that can be refreshed, by refresh tokens that are used once (RFC 9700,
 * section 4.14.2). Thread-safe.
 *
 * <p>A refresh token is 256 random bits; the store has its hash. Using it issues the next one of
 * its family. Using it again revokes the whole family, and every access token that was issued in
 * it, by {@code jti}: other families of the same subject go on.
 *
 * <p>There is no period of grace in which a used token is accepted again, or merely refused: a
 * thief who is quicker than the client would go unnoticed in it. Clients refresh one at a time, and
 * log in anew where an answer was lost.
 */
public final class RefreshTokens {

  /** How long a refresh token may stay unused unless set. */
  public static final Duration DEFAULT_IDLE_LIFETIME = Duration.ofDays(7);

  /** How long a family lasts unless set. */
  public static final Duration DEFAULT_ABSOLUTE_LIFETIME = Duration.ofDays(30);

  /** The longest lifetime that can be set. */
  public static final Duration MAX_LIFETIME = Duration.ofDays(366);

  private static final Duration MIN_LIFETIME = Duration.ofMinutes(1);

  private final RefreshTokenStore store;
  private final FamilyRevocation revocation;
  private final Entitlements entitlements;
  private final Duration absoluteLifetime;
  private final InstantSource clock;
  private final RefreshTokenText texts = new RefreshTokenText();
  private final TokenDrafts drafts;

  private RefreshTokens(Builder builder) {
    store = required("store", builder.store);
    TokenIssuer issuer = required("issuer", builder.issuer);
    revocation =
        new FamilyRevocation(store, required("revocations", builder.revocations), issuer.issuer());
    entitlements = required("entitlements", builder.entitlements);
    Duration idleLifetime = lifetime("idleLifetime", builder.idleLifetime);
    absoluteLifetime = lifetime("absoluteLifetime", builder.absoluteLifetime);
    Option.require(
        idleLifetime.compareTo(absoluteLifetime) <= 0,
        "idleLifetime",
        "is longer than the absolute lifetime",
        "use a shorter one");
    clock = builder.clock;
    drafts = new TokenDrafts(issuer, texts, idleLifetime);
  }

  private static <T> T required(String option, @Nullable T value) {
    if (value == null) {
      throw new InvalidOptionException(option, "is missing", "set it");
    }
    return value;
  }

  private static Duration lifetime(String option, Duration lifetime) {
    Option.require(
        lifetime.compareTo(MIN_LIFETIME) >= 0 && lifetime.compareTo(MAX_LIFETIME) <= 0,
        option,
        "is not between 1 minute and 366 days",
        "use some days");
    return lifetime;
  }

  /** Starts with nothing; store, issuer, revocations and entitlements are mandatory. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The first tokens of a new family.
   *
   * @param grant what the subject, which has just authenticated, granted to the client
   * @return empty where the subject is entitled to no tokens
   * @throws RuntimeException if the store fails; no token is then good
   */
  public Optional<IssuedTokens> issue(RefreshGrant grant) {
    Instant now = now();
    RefreshFamily family =
        new RefreshFamily(texts.newFamilyId(), grant, now.plus(absoluteLifetime), null);
    return entitlements
        .of(grant)
        .map(
            entitlement -> {
              TokenDrafts.Draft draft = drafts.draft(family, entitlement, now);
              store.insert(family, draft.stored());
              return draft.issued();
            });
  }

  /**
   * Uses a refresh token up for new tokens.
   *
   * @param token what the client sent, of whatever length and form
   * @param sender who sent it, as far as was proven
   * @throws RuntimeException if the store, the entitlements or the revocations fail: to be answered
   *     by 503, as an access token might not be revoked yet. The same token can be presented again
   *     to revoke the rest.
   */
  public RefreshOutcome refresh(String token, RefreshSender sender) {
    String hash = texts.hashOf(token);
    if (hash == null) {
      return new Refused("the refresh token is malformed");
    }
    Found found = store.find(hash).orElse(null);
    if (found == null) {
      return new Refused("the refresh token is unknown");
    }
    RefreshFamily family = found.family();
    if (!sender.maySend(family.grant())) {
      return new Refused("the refresh token belongs to another client, or its key was not proven");
    }
    if (found.token().usedAt() != null) {
      return reused(family);
    }
    Instant now = now();
    if (family.revokedAt() != null) {
      return revoked(family);
    }
    if (!now.isBefore(found.token().expiresAt()) || !now.isBefore(family.endsAt())) {
      return new Refused("the refresh token has expired");
    }
    Entitlement entitlement = entitlements.of(family.grant()).orElse(null);
    if (entitlement == null) {
      revokeFamily(family.id());
      return new Refused("the subject is entitled to no tokens any more");
    }
    TokenDrafts.Draft draft = drafts.draft(family, entitlement, now);
    if (store.replace(hash, now, draft.stored())) {
      return new Refreshed(draft.issued());
    }
    return lostRace(hash, family);
  }

  /** Somebody else used the token, or revoked its family, since it was found. */
  private RefreshOutcome lostRace(String hash, RefreshFamily family) {
    boolean used = store.find(hash).map(found -> found.token().usedAt() != null).orElse(false);
    return used ? reused(family) : revoked(family);
  }

  /** Revokes once more: whoever did so before may not have reached all access tokens. */
  private RefreshOutcome revoked(RefreshFamily family) {
    revokeFamily(family.id());
    return new Refused("the refresh token was revoked");
  }

  private RefreshOutcome reused(RefreshFamily family) {
    revokeFamily(family.id());
    return new Reused(family);
  }

  /**
   * Revokes the family of a token, used or not, as its client logs out (RFC 7009).
   *
   * @return false where the token is unknown, or the sender may not send it
   * @throws RuntimeException if the store or the revocations fail; to be repeated until it does not
   */
  public boolean revoke(String token, RefreshSender sender) {
    String hash = texts.hashOf(token);
    Optional<RefreshFamily> family =
        Optional.ofNullable(hash)
            .flatMap(store::find)
            .map(Found::family)
            .filter(found -> sender.maySend(found.grant()));
    family.ifPresent(found -> revokeFamily(found.id()));
    return family.isPresent();
  }

  /**
   * Revokes the family in which an access token was issued, as who logs out shows that one.
   *
   * @param accessTokenId the access token's {@code jti}
   * @return false where no family of it is remembered, as long after the token has ended
   * @throws RuntimeException if the store or the revocations fail; to be repeated until it does not
   */
  public boolean revokeByAccessToken(String accessTokenId) {
    Optional<String> family = store.familyOfAccessToken(accessTokenId);
    family.ifPresent(this::revokeFamily);
    return family.isPresent();
  }

  /**
   * Revokes a family with its access tokens, from the next request on. An unknown one is ignored.
   *
   * @throws RuntimeException if the store or the revocations fail; to be repeated until it does not
   */
  public void revokeFamily(String familyId) {
    revocation.revoke(List.of(familyId), now());
  }

  /**
   * Revokes all families of a subject, as its password was changed or it logs out everywhere, and
   * every access token that may be in force, also of families that have ended.
   *
   * @throws RuntimeException if the store or the revocations fail; to be repeated until it does
   *     not. Access tokens may be in force until then.
   */
  public void revokeSubject(String subject) {
    revocation.revokeSubject(subject, now());
  }

  /**
   * Forgets families that have ended with all their access tokens. To be called once an hour or so.
   *
   * @return how many
   */
  public int removeEnded() {
    return revocation.removeEnded(now());
  }

  /** Whole milliseconds: what every database keeps. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Collects what is needed. Not thread-safe. */
  public static final class Builder {
    private @Nullable RefreshTokenStore store;
    private @Nullable TokenIssuer issuer;
    private @Nullable RevocationStore revocations;
    private @Nullable Entitlements entitlements;
    private Duration idleLifetime = DEFAULT_IDLE_LIFETIME;
    private Duration absoluteLifetime = DEFAULT_ABSOLUTE_LIFETIME;
    private InstantSource clock = InstantSource.system();

    private Builder() {}

    /** Where tokens are stored. Mandatory. */
    public Builder store(@Nullable RefreshTokenStore newStore) {
      store = newStore;
      return this;
    }

    /** Issues the access tokens. Mandatory. */
    public Builder issuer(@Nullable TokenIssuer newIssuer) {
      issuer = newIssuer;
      return this;
    }

    /** Where access tokens of a revoked family are withdrawn; the gate asks it. Mandatory. */
    public Builder revocations(@Nullable RevocationStore newRevocations) {
      revocations = newRevocations;
      return this;
    }

    /** What subjects may do. Mandatory. */
    public Builder entitlements(@Nullable Entitlements newEntitlements) {
      entitlements = newEntitlements;
      return this;
    }

    /** How long a token may stay unused: 7 days unless set; 1 minute to 366 days. */
    public Builder idleLifetime(Duration newLifetime) {
      idleLifetime = Objects.requireNonNull(newLifetime);
      return this;
    }

    /** How long a family lasts: 30 days unless set; 1 minute to 366 days. */
    public Builder absoluteLifetime(Duration newLifetime) {
      absoluteLifetime = Objects.requireNonNull(newLifetime);
      return this;
    }

    /** The clock; the system's unless set. */
    public Builder clock(InstantSource newClock) {
      clock = Objects.requireNonNull(newClock);
      return this;
    }

    /**
     * The refresh tokens.
     *
     * @throws InvalidOptionException if an option is missing or out of bounds, naming it
     */
    public RefreshTokens build() {
      return new RefreshTokens(this);
    }
  }
}
