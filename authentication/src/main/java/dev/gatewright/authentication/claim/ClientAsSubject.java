package dev.gatewright.authentication.claim;

import dev.gatewright.authentication.strict.Claims;
import dev.gatewright.authentication.strict.InvalidCredentialException;

/** Lets a token without {@code sub}, as some issuers give to machines, speak for its client. */
public final class ClientAsSubject {
  private ClientAsSubject() {}

  /** The name of the claim that holds the client: {@code client_id}, or else {@code azp}. */
  static String claim(Claims claims) {
    return claims.has("client_id") ? "client_id" : "azp";
  }

  /**
   * The claims with the client as subject where they have no {@code sub} at all; the same where
   * they have one, be it null, or no client.
   *
   * @throws InvalidCredentialException if the client is no text
   */
  public static Claims of(Claims claims) throws InvalidCredentialException {
    if (claims.has("sub")) {
      return claims;
    }
    String client = claims.text(claim(claims));
    return client == null ? claims : claims.with("sub", client);
  }
}
