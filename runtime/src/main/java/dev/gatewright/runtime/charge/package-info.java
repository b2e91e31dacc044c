/**
 * Charges a call against the limits of its endpoint. Start at {@link
 * dev.gatewright.runtime.charge.LimitCheck}, which the gate asks for limits by address, by caller
 * and by argument. {@code EndpointLimits} sorts the limits of an endpoint into these three tiers,
 * {@code TierCheck} asks one of them, by the key of a call, {@code ChallengeCheck} accepts solved
 * challenges. {@code FailureCheck} counts failed authentications.
 *
 * <p>Depends on {@code limit}, whose counters it asks, and not on the gate.
 */
@NullMarked
package dev.gatewright.runtime.charge;

import org.jspecify.annotations.NullMarked;
