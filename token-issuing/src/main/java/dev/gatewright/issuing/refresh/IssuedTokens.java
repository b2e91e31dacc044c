package dev.gatewright.issuing.refresh;

import dev.gatewright.issuing.AccessToken;
import java.time.Instant;
import java.util.List;

/**
 * An access token with the refresh token that gets the next one. Its text form holds neither.
 *
 * @param accessToken the access token
 * @param scopes what it may be used for
 * @param refreshToken the refresh token, to be handed to the client and kept nowhere
 * @param refreshExpiresAt when the refresh token ends unless it is used
 * @param familyId names the family in logs; no secret
 */
public record IssuedTokens(
    AccessToken accessToken,
    List<String> scopes,
    String refreshToken,
    Instant refreshExpiresAt,
    String familyId) {

  /** Copies the list it is given. */
  public IssuedTokens {
    scopes = List.copyOf(scopes);
  }

  @Override
  public String toString() {
    return "IssuedTokens[accessToken="
        + accessToken
        + ", refreshExpiresAt="
        + refreshExpiresAt
        + ", familyId="
        + familyId
        + "]";
  }
}
