/**
 * Counts what the gate decides, with labels that the code bounds. Start at {@link
 * dev.gatewright.micrometer.RequestMetrics}, a sink of events, and {@link
 * dev.gatewright.micrometer.LimitMetrics}, a listener to limits.
 *
 * <p>Depends on {@code event} and {@code limit} of the runtime.
 */
@NullMarked
package dev.gatewright.micrometer;

import org.jspecify.annotations.NullMarked;
