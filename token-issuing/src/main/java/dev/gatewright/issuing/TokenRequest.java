package dev.gatewright.issuing;

import dev.gatewright.authentication.strict.Scopes;
import dev.gatewright.runtime.caller.Confirmation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a token shall say of its subject. Immutable.
 *
 * @param subject {@code sub}
 * @param clientId {@code client_id}
 * @param roles roles
 * @param scopes scopes, each of the grammar of RFC 6749, section 3.3
 * @param authenticationMethods {@code amr} (RFC 8176): {@code pwd}, {@code otp}, {@code mfa}
 * @param authenticatedAt {@code auth_time}
 * @param confirmation {@code cnf} (RFC 7800): the key that whoever sends the token must have;
 *     {@link Confirmation#NONE} leaves it out
 */
public record TokenRequest(
    String subject,
    @Nullable String clientId,
    List<String> roles,
    List<String> scopes,
    List<String> authenticationMethods,
    @Nullable Instant authenticatedAt,
    Confirmation confirmation) {

  /**
   * Copies the lists it is given.
   *
   * @throws IllegalArgumentException if the subject is blank or a scope malformed
   */
  public TokenRequest {
    if (subject.isBlank()) {
      throw new IllegalArgumentException("A token needs a subject. Fix: name the user.");
    }
    Objects.requireNonNull(confirmation, "confirmation");
    roles = List.copyOf(roles);
    scopes = List.copyOf(scopes);
    authenticationMethods = List.copyOf(authenticationMethods);
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

  /** A token that says nothing but whose it is. */
  public static TokenRequest of(String subject) {
    Objects.requireNonNull(subject, "subject");
    return new TokenRequest(
        subject, null, List.of(), List.of(), List.of(), null, Confirmation.NONE);
  }

  /** The same for an OAuth client. */
  public TokenRequest withClientId(String newClientId) {
    return new TokenRequest(
        subject, newClientId, roles, scopes, authenticationMethods, authenticatedAt, confirmation);
  }

  /** The same with these roles. */
  public TokenRequest withRoles(Collection<String> newRoles) {
    return new TokenRequest(
        subject,
        clientId,
        List.copyOf(newRoles),
        scopes,
        authenticationMethods,
        authenticatedAt,
        confirmation);
  }

  /** The same with these scopes. */
  public TokenRequest withScopes(Collection<String> newScopes) {
    return new TokenRequest(
        subject,
        clientId,
        roles,
        List.copyOf(newScopes),
        authenticationMethods,
        authenticatedAt,
        confirmation);
  }

  /** The same with when and how the subject authenticated. */
  public TokenRequest withAuthentication(Instant at, Collection<String> methods) {
    return new TokenRequest(
        subject, clientId, roles, scopes, List.copyOf(methods), at, confirmation);
  }

  /** The same, bound to a key (RFC 8705, section 3.1; RFC 9449, section 6.1). */
  public TokenRequest boundTo(Confirmation newConfirmation) {
    return new TokenRequest(
        subject, clientId, roles, scopes, authenticationMethods, authenticatedAt, newConfirmation);
  }
}
