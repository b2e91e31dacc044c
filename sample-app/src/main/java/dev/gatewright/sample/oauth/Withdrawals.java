package dev.gatewright.sample.oauth;

import java.time.Instant;

/** Takes note of access tokens that must not be accepted any more, before they end. */
@FunctionalInterface
interface Withdrawals {

  /**
   * Withdraws a token.
   *
   * @param tokenId its 'jti'
   * @param until when it would have ended by itself
   */
  void withdraw(String tokenId, Instant until);
}
