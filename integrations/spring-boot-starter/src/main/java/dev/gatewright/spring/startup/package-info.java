/**
 * What every feature needs while an application starts: the error that stops the start, with its
 * fix, and the reading of properties by their names. Start at {@code StartUpException} and {@code
 * Property}. Depends on no other package of the starter.
 */
@NullMarked
package dev.gatewright.spring.startup;

import org.jspecify.annotations.NullMarked;
