package dev.gatewright.authentication.mtls;

import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import java.util.Set;

/**
 * Whom a certificate's name stands for. Immutable.
 *
 * @param subject the caller's subject
 * @param roles the caller's roles
 * @param scopes the caller's OAuth scopes
 */
public record KnownClient(String subject, Set<String> roles, Set<String> scopes) {

  /**
   * Copies the sets.
   *
   * @throws InvalidOptionException if the subject is blank
   */
  public KnownClient {
    Option.text("subject", subject);
    roles = Set.copyOf(roles);
    scopes = Set.copyOf(scopes);
  }

  /** A client without roles and scopes. */
  public static KnownClient of(String subject) {
    return new KnownClient(subject, Set.of(), Set.of());
  }
}
