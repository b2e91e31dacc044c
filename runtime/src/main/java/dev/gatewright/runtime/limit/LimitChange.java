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
    if (permits != null && permits < 1) {
      throw refused(limit, "permits is " + permits, "use at least 1");
    }
    if (per != null && per.toMillis() < 1) {
      throw refused(limit, "the period is shorter than a millisecond", "use a longer one");
    }
    boolean window =
        switch (limit.strategy()) {
          case FIXED_WINDOW, SLIDING_WINDOW -> true;
          case TOKEN_BUCKET, LEAKY_BUCKET -> false;
        };
    if (burst != null && window) {
      throw refused(limit, "a window has no burst", "leave it out");
    }
    long newPermits = permits != null ? permits : limit.permits();
    long newBurst = window ? newPermits : burst != null ? burst : scaled(limit, newPermits);
    if (newBurst < limit.cost()) {
      throw refused(
          limit,
          "a call costs " + limit.cost() + " permits, of which at most " + newBurst + " are there",
          "use at least " + limit.cost());
    }
    return limit.withNumbers(newPermits, per != null ? per : limit.period(), newBurst);
  }

  private static long scaled(LimitPolicy limit, long newPermits) {
    double proportion = (double) limit.burst() / limit.permits();
    return Math.max(Math.round(proportion * newPermits), limit.cost());
  }

  private static IllegalArgumentException refused(LimitPolicy limit, String problem, String fix) {
    return new IllegalArgumentException(
        "limit %s cannot be changed: %s. Fix: %s.".formatted(limit.id(), problem, fix));
  }
}
