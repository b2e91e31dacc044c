/**
 * Validates the arguments of a call. Start at {@link dev.gatewright.runtime.input.Violations},
 * which a guard collects all findings in; {@link dev.gatewright.runtime.input.InputValidator}
 * checks constraints, by default as {@link dev.gatewright.runtime.input.HibernateInputValidator}.
 *
 * <p>Depends on {@code policy} and {@code problem}.
 */
@NullMarked
package dev.gatewright.runtime.input;

import org.jspecify.annotations.NullMarked;
