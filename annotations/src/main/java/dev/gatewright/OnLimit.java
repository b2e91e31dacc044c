package dev.gatewright;

/** What a call gets that a limit does not grant. */
public enum OnLimit {

  /** 429, until permits have come back. */
  REFUSE,

  /**
   * 429 with a challenge (OWASP API6:2023). Whoever solves it, which costs a program time or needs
   * a person, gets a bounded number of permits back at once; the harder, the more often it is done.
   */
  CHALLENGE
}
