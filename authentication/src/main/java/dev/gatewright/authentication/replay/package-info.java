/**
 * Remembers what may be used only once: proofs of possession (RFC 9449), and answers to challenges.
 * Start at {@link dev.gatewright.authentication.replay.ReplayStore}; {@link
 * dev.gatewright.authentication.replay.InProcessReplayStore} holds for one process, the module
 * {@code gatewright-redis} has one for all instances.
 *
 * <p>Depends on {@code option} of the runtime.
 */
@NullMarked
package dev.gatewright.authentication.replay;

import org.jspecify.annotations.NullMarked;
