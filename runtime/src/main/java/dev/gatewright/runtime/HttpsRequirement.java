package dev.gatewright.runtime;

/** Whether requests must have come over HTTPS. */
public enum HttpsRequirement {

  /** Every request must. */
  REQUIRED,

  /**
   * Every request must, but those whose client, not merely its proxy, is this machine itself: for
   * development.
   */
  REQUIRED_EXCEPT_LOOPBACK
}
