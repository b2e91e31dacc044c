package dev.gatewright.issuing.refresh;

import java.util.Optional;

/**
 * Knows what subjects may do. Asked whenever an access token is issued, so that a role that was
 * taken away is gone with the next one. Implementations are thread-safe.
 */
@FunctionalInterface
public interface Entitlements {

  /**
   * What the grant's subject may do now; empty where it is to have no tokens any more.
   *
   * @throws RuntimeException if that cannot be told now; the refresh token is then not used up
   */
  Optional<Entitlement> of(RefreshGrant grant);
}
