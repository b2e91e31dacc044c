/**
 * Says which limits there can be, once for the compiler, the runtime and the stores of counters.
 *
 * <p>{@link dev.gatewright.limit.LimitDefinition} holds what {@code @RateLimited} says of one limit
 * and finds every {@link dev.gatewright.limit.LimitFault} in it. The processor reports each fault
 * at the value that was written; the runtime refuses the limit with the first. {@link
 * dev.gatewright.limit.LimitBounds} has the bounds themselves and the arithmetic that counters and
 * bounds share. {@link dev.gatewright.limit.DurationText} reads durations as annotations write
 * them.
 */
package dev.gatewright.limit;
