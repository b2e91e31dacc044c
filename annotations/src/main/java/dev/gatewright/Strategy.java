package dev.gatewright;

/** How a limit gives out its permits over its period. */
public enum Strategy {

  /** All permits at the start of each period; what is left at its end is lost. */
  FIXED_WINDOW,

  /**
   * The permits of the current window and a share of the previous one, weighted by how much of it
   * still lies within one period of now: no double burst at the boundary.
   */
  SLIDING_WINDOW,

  /** Permits return one by one, evenly over the period, up to {@link RateLimited#burst()}. */
  TOKEN_BUCKET,

  /**
   * Calls drain evenly over the period. What would overflow {@link RateLimited#burst()}, by default
   * anything but the next evenly spaced call, waits for up to {@link RateLimited#maxWait()} or is
   * refused.
   */
  LEAKY_BUCKET;

  /** Whether it counts in windows, which end, and not in a bucket, which refills all the time. */
  public boolean isWindow() {
    return this == FIXED_WINDOW || this == SLIDING_WINDOW;
  }
}
