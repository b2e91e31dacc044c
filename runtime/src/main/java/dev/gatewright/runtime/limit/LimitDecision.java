package dev.gatewright.runtime.limit;

import dev.gatewright.runtime.policy.LimitPolicy;

/**
 * What a limit said to one call, and what it would say next.
 *
 * @param limit the limit, with the numbers in force when it was decided
 * @param granted whether the call gets its permits
 * @param remaining permits left after this call, at least 0
 * @param resetNanos nanoseconds until all permits are back if nobody calls, at least 0
 * @param retryAfterNanos nanoseconds until the same call, or after a grant the same again, could be
 *     granted if nobody else calls; 0 if at once
 * @param waitNanos nanoseconds for which a granted call has to be held until its permits have come;
 *     0 unless the limit has a {@link LimitPolicy#maxWait}
 */
public record LimitDecision(
    LimitPolicy limit,
    boolean granted,
    long remaining,
    long resetNanos,
    long retryAfterNanos,
    long waitNanos) {}
