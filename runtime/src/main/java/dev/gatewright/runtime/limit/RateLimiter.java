package dev.gatewright.runtime.limit;

import dev.gatewright.runtime.policy.LimitPolicy;
import java.util.List;

/** Counts calls against limits. Implementations are thread-safe and exact under concurrency. */
public interface RateLimiter {

  /**
   * Limits that are decided together, as those of one endpoint and tier; makes their counters
   * ready. To be called once for each, not for every request.
   *
   * @param limits at least one; limits with one {@link LimitPolicy#id()} share their counters
   * @throws IllegalArgumentException if a limit cannot be kept, or another limit has its id and
   *     other numbers; names the limit, the bound and the fix
   */
  LimitGroup group(List<LimitPolicy> limits);

  /**
   * Looks whether a limit could have these numbers; changes nothing.
   *
   * @throws IllegalArgumentException if {@link #change} would refuse them
   */
  void verify(LimitPolicy limit);

  /**
   * Gives a limit other numbers, from now on and for all groups that were made before. What is owed
   * is carried over: nobody who is exhausted is let in by the change itself.
   *
   * @param limit the new numbers, under an id that is known
   * @throws IllegalArgumentException if the limit cannot be kept, or none has its id; the old
   *     numbers then stay
   */
  void change(LimitPolicy limit);
}
