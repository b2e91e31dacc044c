package dev.gatewright.authentication.claim;

import dev.gatewright.runtime.option.InvalidOptionException;
import java.util.List;

/**
 * Which claims tell what else is known of a caller, by name or by path as {@code
 * realm_access.roles}. Immutable.
 *
 * @param roles those that hold roles
 * @param chosen those that policies may read
 */
public record ReadClaims(List<String> roles, List<String> chosen) {

  /**
   * Copies the names.
   *
   * @throws InvalidOptionException if one is no name of such a claim, or there are too many
   */
  public ReadClaims {
    roles = RolesClaims.of(roles).names();
    chosen = new ChosenClaims(chosen).names();
  }
}
