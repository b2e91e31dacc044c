package dev.gatewright.runtime.challenge;

/**
 * Whom a challenge is for: nobody else can answer it, and it relieves no other limit. Its text form
 * leaves out who it is.
 *
 * @param limitId the limit that refused
 * @param key the limit's key of the request: an address or a caller
 * @param clientAddress the client's whole IP address as text, as far as trusted parties vouch for
 *     it, also where the limit's key is something else
 */
public record ChallengeSubject(String limitId, String key, String clientAddress) {

  @Override
  public String toString() {
    return "ChallengeSubject[limitId=" + limitId + "]";
  }
}
