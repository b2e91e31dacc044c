/**
 * Writes the security log. Start at {@link dev.gatewright.spring.event.StructuredLogSink}, which
 * receives every event of the gate unless the application has a sink of that name.
 *
 * <p>Depends on {@code explanation} only.
 */
@NullMarked
package dev.gatewright.spring.event;

import org.jspecify.annotations.NullMarked;
