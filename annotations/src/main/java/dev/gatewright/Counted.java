package dev.gatewright;

/** Which calls a limit counts. */
public enum Counted {

  /** Every call that reaches the limit. */
  EVERY_CALL,

  /**
   * Calls whose credential was refused, or whose endpoint reported a failed log-in; once the limit
   * is reached, every call is refused until permits return (OWASP API2:2023). The permit is taken
   * in advance and paid back where it is known that nothing failed, so guesses made at the same
   * time are no more than the limit. Several failures in one exchange are several. By address, a
   * call that shows a good credential keeps its permit only once its endpoint has reported a
   * failure.
   */
  FAILED_AUTHENTICATIONS
}
