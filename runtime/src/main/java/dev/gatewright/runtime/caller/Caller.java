package dev.gatewright.runtime.caller;

import dev.gatewright.Scheme;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Describes the caller as an accepted credential says it. Immutable and thread-safe. Holds no
 * secret: neither a token nor a key.
 */
public final class Caller {
  private final Parts parts;
  private final Map<String, Set<String>> claims;

  /** What callers are written by. */
  private record Parts(
      Scheme scheme,
      String issuer,
      String subject,
      @Nullable String clientId,
      @Nullable String credentialId,
      Set<String> roles,
      Set<String> scopes,
      boolean mfa,
      @Nullable String acr,
      @Nullable Instant authenticatedAt,
      @Nullable Instant issuedAt,
      @Nullable Instant expiresAt,
      Confirmation confirmation) {}

  private Caller(Parts parts, Map<String, Set<String>> claims) {
    this.parts = parts;
    this.claims = claims;
  }

  /** Starts a caller without roles, scopes or authentication context. */
  public static Builder of(Scheme scheme, String issuer, String subject) {
    return new Builder(scheme, issuer, subject);
  }

  /** Returns the kind of credential. */
  public Scheme scheme() {
    return parts.scheme;
  }

  /** Returns the party that vouches: a token's {@code iss}; for API keys the key store's name. */
  public String issuer() {
    return parts.issuer;
  }

  /**
   * Returns the subject that the caller acts for: a token's {@code sub}, or the owner of an API
   * key. Means nothing without its issuer, see {@link #identity}.
   */
  public String subject() {
    return parts.subject;
  }

  /**
   * Returns the OAuth client the token was issued to ({@code client_id} or {@code azp}); null where
   * the credential names none.
   */
  public @Nullable String clientId() {
    return parts.clientId;
  }

  /** Returns a token's {@code jti} or the id of an API key; null where there is none. */
  public @Nullable String credentialId() {
    return parts.credentialId;
  }

  /** Returns the roles. Immutable. */
  public Set<String> roles() {
    return parts.roles;
  }

  /** Returns the OAuth scopes. Immutable. */
  public Set<String> scopes() {
    return parts.scopes;
  }

  /** Tells whether more than one factor was used. */
  public boolean mfa() {
    return parts.mfa;
  }

  /** Returns the authentication context class ({@code acr}); null where nobody says. */
  public @Nullable String acr() {
    return parts.acr;
  }

  /** Returns when the subject authenticated ({@code auth_time}); null where nobody says. */
  public @Nullable Instant authenticatedAt() {
    return parts.authenticatedAt;
  }

  /** Returns when the credential was issued; null where nobody says. */
  public @Nullable Instant issuedAt() {
    return parts.issuedAt;
  }

  /** Returns when the credential ends; null where it does not. */
  public @Nullable Instant expiresAt() {
    return parts.expiresAt;
  }

  /** Returns the key that the sender proved to have, as the credential demanded it. */
  public Confirmation confirmation() {
    return parts.confirmation;
  }

  /**
   * Returns issuer and subject as one value: what policies compare with the owner of an object,
   * whatever kind of credential came.
   */
  public Identity identity() {
    return new Identity(parts.issuer, parts.subject);
  }

  /**
   * Returns what the credential says in a claim that was chosen by configuration, by the name or
   * path that it was chosen by; a number or a boolean as text. Immutable; empty where it says
   * nothing, or the claim was not chosen.
   */
  public Set<String> claim(String name) {
    return claims.getOrDefault(name, Set.of());
  }

  /** Returns the same caller, whose credential came in another way. */
  public Caller withScheme(Scheme newScheme) {
    return toBuilder(newScheme).build();
  }

  /** Returns the same caller, who used more than one factor. */
  public Caller withMfa() {
    return toBuilder(parts.scheme).mfa(true).build();
  }

  private Builder toBuilder(Scheme newScheme) {
    return new Builder(newScheme, parts.issuer, parts.subject)
        .clientId(parts.clientId)
        .credentialId(parts.credentialId)
        .roles(parts.roles)
        .scopes(parts.scopes)
        .mfa(parts.mfa)
        .acr(parts.acr)
        .authenticatedAt(parts.authenticatedAt)
        .issuedAt(parts.issuedAt)
        .expiresAt(parts.expiresAt)
        .confirmation(parts.confirmation)
        .claims(claims);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Caller that && parts.equals(that.parts) && claims.equals(that.claims));
  }

  /** Takes the parts by which callers differ; those that differ in others only are rare. */
  @Override
  public int hashCode() {
    int hash = 31 * parts.issuer.hashCode() + parts.subject.hashCode();
    return 31 * hash + Objects.hashCode(parts.credentialId);
  }

  /** Tells all but the claims that were chosen, which may be personal. */
  @Override
  public String toString() {
    return "Caller" + parts.toString().substring("Parts".length());
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
    private Map<String, Set<String>> claims = Map.of();

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

    /** Sets what claims that were chosen say, by their names; copies them. */
    public Builder claims(Map<String, Set<String>> newClaims) {
      Map<String, Set<String>> copies = new HashMap<>(newClaims);
      copies.replaceAll((name, said) -> Set.copyOf(said));
      claims = Map.copyOf(copies);
      return this;
    }

    /** Makes the caller. */
    public Caller build() {
      return new Caller(
          new Parts(
              Objects.requireNonNull(scheme),
              Objects.requireNonNull(issuer),
              Objects.requireNonNull(subject),
              clientId,
              credentialId,
              Set.copyOf(roles),
              Set.copyOf(scopes),
              mfa,
              acr,
              authenticatedAt,
              issuedAt,
              expiresAt,
              Objects.requireNonNull(confirmation)),
          claims);
    }
  }
}
