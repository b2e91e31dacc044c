/** What a client that reached a limit may do to be let in nevertheless. */
@NullMarked
package dev.gatewright.runtime.challenge;

import org.jspecify.annotations.NullMarked;
