package dev.gatewright.runtime.auth;

/** What became of a credential. */
public sealed interface Authentication {

  /**
   * It is valid.
   *
   * @param caller whom it speaks for
   */
  record Accepted(Caller caller) implements Authentication {}

  /**
   * It is not valid.
   *
   * @param cause why, for the security log only; holds nothing of the credential's text
   */
  record Rejected(String cause) implements Authentication {}

  /**
   * Nobody can tell now, as what would be asked is down.
   *
   * @param cause why, for the security log only
   */
  record Undecidable(String cause) implements Authentication {}
}
