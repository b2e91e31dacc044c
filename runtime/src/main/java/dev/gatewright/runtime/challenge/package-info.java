/**
 * Lets a client that a limit refused work its way in, or show that a human is there. Start at
 * {@link dev.gatewright.runtime.challenge.Challenger}, which sets a {@link
 * dev.gatewright.runtime.challenge.Challenge} and verifies its answer; the module {@code
 * gatewright-challenges} implements it.
 *
 * <p>Depends on {@code exchange}, and on no other package of the runtime.
 */
@NullMarked
package dev.gatewright.runtime.challenge;

import org.jspecify.annotations.NullMarked;
