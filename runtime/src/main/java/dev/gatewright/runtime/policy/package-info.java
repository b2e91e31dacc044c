/**
 * Describes what one endpoint demands, as immutable values that a guard builds once. Start at
 * {@link dev.gatewright.runtime.policy.EndpointPolicy}, which holds an {@link
 * dev.gatewright.runtime.policy.AccessPolicy}, the {@link
 * dev.gatewright.runtime.policy.LimitPolicy} of each limit and an {@link
 * dev.gatewright.runtime.policy.InputPolicy}.
 *
 * <p>Depends on the annotations only.
 */
@NullMarked
package dev.gatewright.runtime.policy;

import org.jspecify.annotations.NullMarked;
