/**
 * Charges a call against the limits of its endpoint. Start at {@link
 * dev.gatewright.runtime.charge.LimitCheck}, which the gate asks three times for a request: before
 * authentication, after it, and in the guard. {@code EndpointLimits} sorts the limits of an
 * endpoint into these three tiers, {@code LimitTier} has what counts one of them, {@code LimitKeys}
 * says whose calls are counted together, {@code ChallengeCheck} lets a client that reached a limit
 * solve a challenge, {@code HeldCalls} makes a call wait.
 *
 * <p>Depends on {@code limit}, whose counters it asks, and not on the gate.
 */
@NullMarked
package dev.gatewright.runtime.charge;

import org.jspecify.annotations.NullMarked;
