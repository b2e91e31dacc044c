/**
 * Checks settings. Start at {@link dev.gatewright.runtime.option.Option}; what is missing or out of
 * bounds is an {@link dev.gatewright.runtime.option.InvalidOptionException} that names the option,
 * the reason and the fix.
 *
 * <p>Depends on nothing.
 */
@NullMarked
package dev.gatewright.runtime.option;

import org.jspecify.annotations.NullMarked;
