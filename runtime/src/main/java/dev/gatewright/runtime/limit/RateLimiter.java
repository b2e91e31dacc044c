package dev.gatewright.runtime.limit;

import dev.gatewright.runtime.policy.LimitPolicy;

/** Counts calls against limits. Implementations are thread-safe and exact under concurrency. */
public interface RateLimiter {

  /**
   * Makes a limit's counters ready.
   *
   * @throws IllegalArgumentException if the limit cannot be kept, naming it, the bound and the fix
   */
  default void prepare(LimitPolicy limit) {}

  /**
   * Takes the permits one call costs, or none.
   *
   * @param limit the limit; its {@link LimitPolicy#id()} names the counters
   * @param key whose calls are counted together
   * @throws RuntimeException if the counters cannot be reached; the request is then refused with
   *     503
   */
  LimitDecision acquire(LimitPolicy limit, String key);

  /**
   * Gives back the permits of one granted call; does nothing for a refused one. Never raises what
   * is left above the burst, nor what is left of another window than the call's own.
   *
   * @param granted what {@link #acquire} answered
   * @param key the key it was asked for
   */
  void giveBack(LimitDecision granted, String key);
}
