package dev.gatewright.issuing;

import java.time.Instant;

/**
 * A token that was issued. Its text form does not hold the token.
 *
 * @param value the token, to be handed to the client and kept nowhere
 * @param id its {@code jti}, by which it can be revoked
 * @param issuedAt when it was issued, in whole seconds
 * @param expiresAt when it ends, in whole seconds
 */
public record AccessToken(String value, String id, Instant issuedAt, Instant expiresAt) {

  @Override
  public String toString() {
    return "AccessToken[id=" + id + ", issuedAt=" + issuedAt + ", expiresAt=" + expiresAt + "]";
  }
}
