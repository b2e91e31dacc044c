package dev.gatewright.issuing.refresh;

/**
 * What became of a refresh token. To the client {@link Refused} and {@link Reused} are one: {@code
 * invalid_grant} (RFC 6749, section 5.2).
 */
public sealed interface RefreshOutcome {

  /**
   * It was good and is used up.
   *
   * @param tokens what follows it
   */
  record Refreshed(IssuedTokens tokens) implements RefreshOutcome {}

  /**
   * It is not good. Nothing has changed, but where the subject is no longer entitled to any token:
   * then its family was revoked; or where it had been revoked: then it was once more.
   *
   * @param cause why, for the security log only; holds nothing of the token
   */
  record Refused(String cause) implements RefreshOutcome {}

  /**
   * It had been used before: the client or somebody else has a stolen copy, and nobody can tell
   * which. Its whole family was revoked, with all its access tokens. Worth an alarm.
   *
   * @param family the family, as it was found
   */
  record Reused(RefreshFamily family) implements RefreshOutcome {}
}
