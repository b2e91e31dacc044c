package dev.gatewright;

/** Which calls a limit counts. */
public enum Counted {

  /** Every call that reaches the limit. */
  EVERY_CALL,

  /**
   * Calls whose credential was refused, or whose endpoint reported a failed log-in; once the limit
   * is reached, every call is refused until permits return (OWASP API2:2023). Counted by argument
   * ({@link RateLimited#keyedBy}), they count in a guard that is called inside another too.
   */
  FAILED_AUTHENTICATIONS
}
