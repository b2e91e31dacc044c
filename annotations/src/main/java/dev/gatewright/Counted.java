package dev.gatewright;

/** Which calls a limit counts. */
public enum Counted {

  /** Every call that reaches the limit. */
  EVERY_CALL,

  /**
   * Calls whose credential was refused, or whose endpoint reported a failed log-in; once the limit
   * is reached, every call is refused until permits return (OWASP API2:2023). The permit is taken
   * in advance and paid back where nothing failed, so guesses made at the same time are no more
   * than the limit. Several failures in one exchange are several.
   */
  FAILED_AUTHENTICATIONS
}
