package dev.gatewright.runtime.caller;

import dev.gatewright.Scheme;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Describes the caller as an accepted credential says it. Immutable and thread-safe. Holds no
 * secret: neither a token nor a key.
 */
public final class Caller {
  private final Scheme scheme;
  private final String issuer;
  private final String subject;
  private final @Nullable String clientId;
  private final @Nullable String credentialId;
  private final Set<String> roles;
  private final Set<String> scopes;
  private final boolean mfa;
  private final @Nullable String acr;
  private final @Nullable Instant authenticatedAt;
  private final @Nullable Instant issuedAt;
  private final @Nullable Instant expiresAt;
  private final Confirmation confirmation;

  private Caller(Builder builder) {
    scheme = Objects.requireNonNull(builder.scheme);
    issuer = Objects.requireNonNull(builder.issuer);
    subject = Objects.requireNonNull(builder.subject);
    clientId = builder.clientId;
    credentialId = builder.credentialId;
    roles = Set.copyOf(builder.roles);
    scopes = Set.copyOf(builder.scopes);
    mfa = builder.mfa;
    acr = builder.acr;
    authenticatedAt = builder.authenticatedAt;
    issuedAt = builder.issuedAt;
    expiresAt = builder.expiresAt;
    confirmation = Objects.requireNonNull(builder.confirmation);
  }

  /** Starts a caller without roles, scopes or authentication context. */
  public static Builder of(Scheme scheme, String issuer, String subject) {
    return new Builder(scheme, issuer, subject);
  }

  /** Returns the kind of credential. */
  public Scheme scheme() {
    return scheme;
  }

  /** Returns the party that vouches: a token's {@code iss}; for API keys the key store's name. */
  public String issuer() {
    return issuer;
  }

  /**
   * Returns the subject that the caller acts for: a token's {@code sub}, or the owner of an API
   * key. Means nothing without its issuer, see {@link #identity}.
   */
  public String subject() {
    return subject;
  }

  /**
   * Returns the OAuth client the token was issued to ({@code client_id} or {@code azp}); null where
   * the credential names none.
   */
  public @Nullable String clientId() {
    return clientId;
  }

  /** Returns a token's {@code jti} or the id of an API key; null where there is none. */
  public @Nullable String credentialId() {
    return credentialId;
  }

  /** Returns the roles. Immutable. */
  public Set<String> roles() {
    return roles;
  }

  /** Returns the OAuth scopes. Immutable. */
  public Set<String> scopes() {
    return scopes;
  }

  /** Tells whether more than one factor was used. */
  public boolean mfa() {
    return mfa;
  }

  /** Returns the authentication context class ({@code acr}); null where nobody says. */
  public @Nullable String acr() {
    return acr;
  }

  /** Returns when the subject authenticated ({@code auth_time}); null where nobody says. */
  public @Nullable Instant authenticatedAt() {
    return authenticatedAt;
  }

  /** Returns when the credential was issued; null where nobody says. */
  public @Nullable Instant issuedAt() {
    return issuedAt;
  }

  /** Returns when the credential ends; null where it does not. */
  public @Nullable Instant expiresAt() {
    return expiresAt;
  }

  /** Returns the key that the sender proved to have, as the credential demanded it. */
  public Confirmation confirmation() {
    return confirmation;
  }

  /**
   * Returns issuer and subject as one value: what policies compare with the owner of an object,
   * whatever kind of credential came.
   */
  public Identity identity() {
    return new Identity(issuer, subject);
  }

  /** Returns the same caller, whose credential came in another way. */
  public Caller withScheme(Scheme newScheme) {
    return toBuilder(newScheme).build();
  }

  /** Returns the same caller, who used more than one factor. */
  public Caller withMfa() {
    return toBuilder(scheme).mfa(true).build();
  }

  private Builder toBuilder(Scheme newScheme) {
    return new Builder(newScheme, issuer, subject)
        .clientId(clientId)
        .credentialId(credentialId)
        .roles(roles)
        .scopes(scopes)
        .mfa(mfa)
        .acr(acr)
        .authenticatedAt(authenticatedAt)
        .issuedAt(issuedAt)
        .expiresAt(expiresAt)
        .confirmation(confirmation);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Caller that
            && scheme == that.scheme
            && mfa == that.mfa
            && subject.equals(that.subject)
            && issuer.equals(that.issuer)
            && Objects.equals(credentialId, that.credentialId)
            && Objects.equals(clientId, that.clientId)
            && Objects.equals(acr, that.acr)
            && Objects.equals(authenticatedAt, that.authenticatedAt)
            && Objects.equals(issuedAt, that.issuedAt)
            && Objects.equals(expiresAt, that.expiresAt)
            && roles.equals(that.roles)
            && scopes.equals(that.scopes)
            && confirmation.equals(that.confirmation));
  }

  /** Takes the parts by which callers differ; those that differ in others only are rare. */
  @Override
  public int hashCode() {
    int hash = 31 * issuer.hashCode() + subject.hashCode();
    return 31 * hash + Objects.hashCode(credentialId);
  }

  @Override
  public String toString() {
    return String.format(
        "Caller[scheme=%s, issuer=%s, subject=%s, clientId=%s, credentialId=%s, roles=%s,"
            + " scopes=%s, mfa=%s, acr=%s, authenticatedAt=%s, issuedAt=%s, expiresAt=%s,"
            + " confirmation=%s]",
        scheme,
        issuer,
        subject,
        clientId,
        credentialId,
        roles,
        scopes,
        mfa,
        acr,
        authenticatedAt,
        issuedAt,
        expiresAt,
        confirmation);
  }

  /** Collects what is known of a caller. Not thread-safe. */
  public static final class Builder {
    private final Scheme scheme;
    private final String issuer;
    private final String subject;
    private @Nullable String clientId;
    private @Nullable String credentialId;
    private Set<String> roles = Set.of();
    private Set<String> scopes = Set.of();
    private boolean mfa;
    private @Nullable String acr;
    private @Nullable Instant authenticatedAt;
    private @Nullable Instant issuedAt;
    private @Nullable Instant expiresAt;
    private Confirmation confirmation = Confirmation.NONE;

    private Builder(Scheme scheme, String issuer, String subject) {
      this.scheme = scheme;
      this.issuer = issuer;
      this.subject = subject;
    }

    /** Sets the OAuth client. */
    public Builder clientId(@Nullable String newClientId) {
      clientId = newClientId;
      return this;
    }

    /** Sets the token's or key's id. */
    public Builder credentialId(@Nullable String newCredentialId) {
      credentialId = newCredentialId;
      return this;
    }

    /** Sets all roles; the caller copies them. */
    public Builder roles(Set<String> newRoles) {
      roles = newRoles;
      return this;
    }

    /** Sets all scopes; the caller copies them. */
    public Builder scopes(Set<String> newScopes) {
      scopes = newScopes;
      return this;
    }

    /** Sets whether more than one factor was used. */
    public Builder mfa(boolean newMfa) {
      mfa = newMfa;
      return this;
    }

    /** Sets the authentication context class. */
    public Builder acr(@Nullable String newAcr) {
      acr = newAcr;
      return this;
    }

    /** Sets when the subject authenticated. */
    public Builder authenticatedAt(@Nullable Instant instant) {
      authenticatedAt = instant;
      return this;
    }

    /** Sets when the credential was issued. */
    public Builder issuedAt(@Nullable Instant instant) {
      issuedAt = instant;
      return this;
    }

    /** Sets when the credential ends. */
    public Builder expiresAt(@Nullable Instant instant) {
      expiresAt = instant;
      return this;
    }

    /** Sets the key that the sender must have; none unless set. */
    public Builder confirmation(Confirmation newConfirmation) {
      confirmation = newConfirmation;
      return this;
    }

    /** Makes the caller. */
    public Caller build() {
      return new Caller(this);
    }
  }
}
