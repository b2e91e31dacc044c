package dev.gatewright.runtime.caller;

import dev.gatewright.Scheme;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, as an accepted credential says it. Immutable. Holds no secret: neither a token
 * nor a key.
 *
 * @param scheme the kind of credential
 * @param issuer who vouches: a token's {@code iss}; for API keys the name of the key store
 * @param subject whom the caller acts for: a token's {@code sub}, or the owner of an API key; means
 *     nothing without its issuer, see {@link #identity}
 * @param clientId the OAuth client the token was issued to ({@code client_id} or {@code azp})
 * @param credentialId a token's {@code jti} or the id of an API key
 * @param roles roles
 * @param scopes OAuth scopes
 * @param mfa whether more than one factor was used
 * @param acr the authentication context class ({@code acr}); null where nobody says
 * @param authenticatedAt when the subject authenticated ({@code auth_time})
 * @param issuedAt when the credential was issued
 * @param expiresAt when the credential ends
 * @param confirmation the key that the sender proved to have, as the credential demanded it
 */
public record Caller(
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
    Confirmation confirmation) {

  /** Copies the sets it is given. */
  public Caller {
    Objects.requireNonNull(scheme);
    Objects.requireNonNull(issuer);
    Objects.requireNonNull(subject);
    roles = Set.copyOf(roles);
    scopes = Set.copyOf(scopes);
    Objects.requireNonNull(confirmation);
  }

  /** Starts a caller without roles, scopes or authentication context. */
  public static Builder of(Scheme scheme, String issuer, String subject) {
    return new Builder(scheme, issuer, subject);
  }

  /**
   * Issuer and subject as one value: what policies compare with the owner of an object, whatever
   * kind of credential came.
   */
  public Identity identity() {
    return new Identity(issuer, subject);
  }

  /** The same caller, whose credential came in another way. */
  public Caller withScheme(Scheme newScheme) {
    return new Caller(
        newScheme,
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

  /** The same caller, who used more than one factor. */
  public Caller withMfa() {
    return new Caller(
        scheme,
        issuer,
        subject,
        clientId,
        credentialId,
        roles,
        scopes,
        true,
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

    /** The OAuth client. */
    public Builder clientId(@Nullable String newClientId) {
      clientId = newClientId;
      return this;
    }

    /** The token's or key's id. */
    public Builder credentialId(@Nullable String newCredentialId) {
      credentialId = newCredentialId;
      return this;
    }

    /** All roles. */
    public Builder roles(Set<String> newRoles) {
      roles = newRoles;
      return this;
    }

    /** All scopes. */
    public Builder scopes(Set<String> newScopes) {
      scopes = newScopes;
      return this;
    }

    /** Whether more than one factor was used. */
    public Builder mfa(boolean newMfa) {
      mfa = newMfa;
      return this;
    }

    /** The authentication context class. */
    public Builder acr(@Nullable String newAcr) {
      acr = newAcr;
      return this;
    }

    /** When the subject authenticated. */
    public Builder authenticatedAt(@Nullable Instant instant) {
      authenticatedAt = instant;
      return this;
    }

    /** When the credential was issued. */
    public Builder issuedAt(@Nullable Instant instant) {
      issuedAt = instant;
      return this;
    }

    /** When the credential ends. */
    public Builder expiresAt(@Nullable Instant instant) {
      expiresAt = instant;
      return this;
    }

    /** The key that the sender must have; none unless set. */
    public Builder confirmation(Confirmation newConfirmation) {
      confirmation = newConfirmation;
      return this;
    }

    /** The caller. */
    public Caller build() {
      return new Caller(
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
  }
}
