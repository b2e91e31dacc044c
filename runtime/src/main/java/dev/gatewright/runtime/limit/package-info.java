/**
 * Counts calls: four strategies, exact under concurrency, in memory that is bounded. Start at
 * {@link dev.gatewright.runtime.limit.RateLimiter} and its default {@link
 * dev.gatewright.runtime.limit.InProcessRateLimiter}; {@link
 * dev.gatewright.runtime.limit.EffectiveLimits} has the limits in force and changes them, {@link
 * dev.gatewright.runtime.limit.RateLimitHeaders} tells clients what is left.
 *
 * <p>Depends on {@code policy} and {@code option}.
 */
@NullMarked
package dev.gatewright.runtime.limit;

import org.jspecify.annotations.NullMarked;
