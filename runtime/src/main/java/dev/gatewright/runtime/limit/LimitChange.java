package dev.gatewright.runtime.limit;

import dev.gatewright.runtime.policy.LimitPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Other numbers for a limit. Immutable.
 *
 * @param permits permits per period; null to leave them
 * @param per the period; null to leave it
 * @param burst permits that may be taken at once; null to leave it, where permits are given in the
 *     same proportion to them. For buckets only
 */
public record LimitChange(@Nullable Long permits, @Nullable Duration per, @Nullable Long burst) {

  /**
   * The limit with these numbers.
   *
   * @throws IllegalArgumentException if they contradict each other or the limit's strategy; names
   *     the limit, what is wrong and the fix
   */
  LimitPolicy applyTo(LimitPolicy limit) {
    boolean window = limit.strategy().isWindow();
    limit.require(burst == null || !window, "a window has no burst of its own", "leave it out");
    limit.require(burst == null || burst != 0, "burst is 0", "use at least " + limit.cost());
    long newPermits = permits != null ? permits : limit.permits();
    long newBurst = window ? newPermits : burst != null ? burst : scaled(limit, newPermits);
    return limit.withNumbers(newPermits, per != null ? per : limit.period(), newBurst);
  }

  private static long scaled(LimitPolicy limit, long newPermits) {
    double proportion = (double) limit.burst() / limit.permits();
    return Math.max(Math.round(proportion * newPermits), limit.cost());
  }
}
