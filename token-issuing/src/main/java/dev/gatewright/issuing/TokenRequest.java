package dev.gatewright.issuing;

import dev.gatewright.authentication.strict.Scopes;
import dev.gatewright.runtime.caller.Confirmation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says what a token shall say of its subject. Immutable and thread-safe. */
public final class TokenRequest {
  private final String subject;
  private final @Nullable String clientId;
  private final List<String> roles;
  private final List<String> scopes;
  private final List<String> authenticationMethods;
  private final @Nullable Instant authenticatedAt;
  private final Confirmation confirmation;

  private TokenRequest(Builder builder) {
    subject = builder.subject;
    if (subject.isBlank()) {
      throw new IllegalArgumentException("A token needs a subject. Fix: name the user.");
    }
    clientId = builder.clientId;
    roles = List.copyOf(builder.roles);
    scopes = List.copyOf(builder.scopes);
    authenticationMethods = List.copyOf(builder.authenticationMethods);
    authenticatedAt = builder.authenticatedAt;
    confirmation = Objects.requireNonNull(builder.confirmation, "confirmation");
    for (String scope : scopes) {
      if (!Scopes.isScope(scope)) {
        throw new IllegalArgumentException(
            "'"
                + scope
                + "' is no scope (RFC 6749, section 3.3). Fix: use printable ASCII without blanks,"
                + " quotes and backslashes.");
      }
    }
  }

  /**
   * Starts a token that says nothing but its subject.
   *
   * @throws IllegalArgumentException if the subject is blank
   */
  public static TokenRequest of(String subject) {
    return new TokenRequest(new Builder(Objects.requireNonNull(subject, "subject")));
  }

  /** Returns the subject, {@code sub}. */
  public String subject() {
    return subject;
  }

  /** Returns the OAuth client, {@code client_id}; null where the token names none. */
  public @Nullable String clientId() {
    return clientId;
  }

  /** Returns the roles. Immutable. */
  public List<String> roles() {
    return roles;
  }

  /** Returns the scopes, each of the grammar of RFC 6749, section 3.3. Immutable. */
  public List<String> scopes() {
    return scopes;
  }

  /**
   * Returns how the subject authenticated, {@code amr} (RFC 8176): {@code pwd}, {@code otp}, {@code
   * mfa}. Immutable.
   */
  public List<String> authenticationMethods() {
    return authenticationMethods;
  }

  /** Returns when the subject authenticated, {@code auth_time}; null where nobody says. */
  public @Nullable Instant authenticatedAt() {
    return authenticatedAt;
  }

  /**
   * Returns the key that the sender of the token must have, {@code cnf} (RFC 7800); {@link
   * Confirmation#NONE} leaves it out.
   */
  public Confirmation confirmation() {
    return confirmation;
  }

  /** Returns the same for an OAuth client; null for none. */
  public TokenRequest withClientId(@Nullable String newClientId) {
    Builder builder = toBuilder();
    builder.clientId = newClientId;
    return new TokenRequest(builder);
  }

  /** Returns the same with these roles, which it copies. */
  public TokenRequest withRoles(Collection<String> newRoles) {
    Builder builder = toBuilder();
    builder.roles = newRoles;
    return new TokenRequest(builder);
  }

  /**
   * Returns the same with these scopes, which it copies.
   *
   * @throws IllegalArgumentException if a scope is malformed
   */
  public TokenRequest withScopes(Collection<String> newScopes) {
    Builder builder = toBuilder();
    builder.scopes = newScopes;
    return new TokenRequest(builder);
  }

  /**
   * Returns the same with when and how the subject authenticated; copies the methods.
   *
   * @param at null where nobody says
   */
  public TokenRequest withAuthentication(@Nullable Instant at, Collection<String> methods) {
    Builder builder = toBuilder();
    builder.authenticatedAt = at;
    builder.authenticationMethods = methods;
    return new TokenRequest(builder);
  }

  /** Returns the same, bound to a key (RFC 8705, section 3.1; RFC 9449, section 6.1). */
  public TokenRequest boundTo(Confirmation newConfirmation) {
    Builder builder = toBuilder();
    builder.confirmation = newConfirmation;
    return new TokenRequest(builder);
  }

  private Builder toBuilder() {
    Builder builder = new Builder(subject);
    builder.clientId = clientId;
    builder.roles = roles;
    builder.scopes = scopes;
    builder.authenticationMethods = authenticationMethods;
    builder.authenticatedAt = authenticatedAt;
    builder.confirmation = confirmation;
    return builder;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof TokenRequest that
            && subject.equals(that.subject)
            && Objects.equals(clientId, that.clientId)
            && roles.equals(that.roles)
            && scopes.equals(that.scopes)
            && authenticationMethods.equals(that.authenticationMethods)
            && Objects.equals(authenticatedAt, that.authenticatedAt)
            && confirmation.equals(that.confirmation));
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        subject, clientId, roles, scopes, authenticationMethods, authenticatedAt, confirmation);
  }

  @Override
  public String toString() {
    return String.format(
        "TokenRequest[subject=%s, clientId=%s, roles=%s, scopes=%s, authenticationMethods=%s,"
            + " authenticatedAt=%s, confirmation=%s]",
        subject, clientId, roles, scopes, authenticationMethods, authenticatedAt, confirmation);
  }

  /** Holds a request's parts while one of them is replaced. Not thread-safe. */
  private static final class Builder {
    private final String subject;
    private @Nullable String clientId;
    private Collection<String> roles = List.of();
    private Collection<String> scopes = List.of();
    private Collection<String> authenticationMethods = List.of();
    private @Nullable Instant authenticatedAt;
    private Confirmation confirmation = Confirmation.NONE;

    private Builder(String subject) {
      this.subject = subject;
    }
  }
}
