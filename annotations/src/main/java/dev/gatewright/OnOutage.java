package dev.gatewright;

/** What a limit does while the store that counts for all instances cannot be reached. */
public enum OnOutage {

  /** Refuses with 503: nobody gets a permit that was not counted. */
  DENY,

  /**
   * Counts in this process until the store is back: at most the limit's permits for each instance.
   */
  IN_PROCESS
}
