/**
 * Describes refusals, and writes them as problems (RFC 9457). Start at {@link
 * dev.gatewright.runtime.problem.RefusalReason}, which has status and title; a {@link
 * dev.gatewright.runtime.problem.Refusal} adds headers and a cause for the log, {@link
 * dev.gatewright.runtime.problem.Problem} writes what the client sees.
 *
 * <p>Depends on nothing but a JSON writer.
 */
@NullMarked
package dev.gatewright.runtime.problem;

import org.jspecify.annotations.NullMarked;
