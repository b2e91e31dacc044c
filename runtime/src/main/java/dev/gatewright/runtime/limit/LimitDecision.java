package dev.gatewright.runtime.limit;

import dev.gatewright.runtime.policy.LimitPolicy;

/**
 * What a limit said to one call, and what it would say next.
 *
 * @param limit the limit
 * @param granted whether the call got its permits
 * @param remaining permits left after this call, at least 0
 * @param resetNanos nanoseconds until all permits are back if nobody calls, at least 0
 * @param retryAfterNanos nanoseconds until the same call could be granted; 0 if it was granted
 * @param decidedAtNanos when it was decided, on the limiter's own clock; means nothing to others
 */
public record LimitDecision(
    LimitPolicy limit,
    boolean granted,
    long remaining,
    long resetNanos,
    long retryAfterNanos,
    long decidedAtNanos) {}
