/**
 * What a client may do about a limit that refused it: work, or show that a human is there. Slows
 * down who abuses an API without locking out who shares an address with them.
 */
@NullMarked
package dev.gatewright.runtime.challenge;

import org.jspecify.annotations.NullMarked;
