package dev.gatewright.issuing.refresh;

import dev.gatewright.authentication.strict.Scopes;
import dev.gatewright.runtime.caller.Confirmation;
import dev.gatewright.runtime.option.Option;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a subject granted to a client when it authenticated. All refresh tokens of a family stand
 * for it; it never grows. Immutable.
 *
 * @param subject {@code sub} of the access tokens
 * @param clientId the only client that may refresh (RFC 6749, section 10.4)
 * @param scopes scopes that access tokens may have at most
 * @param authenticationMethods {@code amr} of the access tokens (RFC 8176)
 * @param authenticatedAt {@code auth_time} of the access tokens: a refresh is no authentication
 * @param confirmation the key whose holder alone may refresh (RFC 8705, section 4; RFC 9449,
 *     section 5); {@link Confirmation#NONE} where whoever has the token may
 */
public record RefreshGrant(
    String subject,
    String clientId,
    List<String> scopes,
    List<String> authenticationMethods,
    @Nullable Instant authenticatedAt,
    Confirmation confirmation) {

  /**
   * Copies the lists it is given.
   *
   * @throws IllegalArgumentException if subject or client are blank, or a scope or method malformed
   */
  public RefreshGrant {
    Option.text("subject", subject);
    Option.text("clientId", clientId);
    scopes = List.copyOf(scopes);
    authenticationMethods = List.copyOf(authenticationMethods);
    Objects.requireNonNull(confirmation);
    if (!scopes.stream().allMatch(Scopes::isScope)
        || !authenticationMethods.stream().allMatch(Scopes::isScope)) {
      throw new IllegalArgumentException(
          "A scope or authentication method is malformed. Fix: use printable ASCII without blanks,"
              + " quotes and backslashes (RFC 6749, section 3.3).");
    }
  }

  /** A grant to whoever holds the refresh token. */
  public static RefreshGrant of(String subject, String clientId, List<String> scopes) {
    return new RefreshGrant(subject, clientId, scopes, List.of(), null, Confirmation.NONE);
  }

  /** The same with when and how the subject authenticated. */
  public RefreshGrant withAuthentication(Instant at, List<String> methods) {
    return new RefreshGrant(subject, clientId, scopes, methods, at, confirmation);
  }

  /** The same, bound to a key. */
  public RefreshGrant boundTo(Confirmation newConfirmation) {
    return new RefreshGrant(
        subject, clientId, scopes, authenticationMethods, authenticatedAt, newConfirmation);
  }
}
