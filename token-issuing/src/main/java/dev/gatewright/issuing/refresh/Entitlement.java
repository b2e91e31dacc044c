package dev.gatewright.issuing.refresh;

import java.util.List;

/**
 * What a subject may do now. Immutable.
 *
 * @param roles roles
 * @param scopes scopes; an access token has those of them that were granted
 */
public record Entitlement(List<String> roles, List<String> scopes) {

  /** Copies the lists it is given. */
  public Entitlement {
    roles = List.copyOf(roles);
    scopes = List.copyOf(scopes);
  }
}
