/**
 * Tells what the gate decided. Start at {@link dev.gatewright.runtime.event.SecurityEvent};
 * implement {@link dev.gatewright.runtime.event.SecurityEventSink} to receive events.
 *
 * <p>Depends on {@code problem}, for the reasons of refusals.
 */
@NullMarked
package dev.gatewright.runtime.event;

import org.jspecify.annotations.NullMarked;
