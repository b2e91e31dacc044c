/**
 * Explains refusals to developers: what was found, what is expected, and what to set. Start at
 * {@code Explanations}. Depends on {@code startup} and {@code transport} only; {@code event} logs
 * explanations, and {@code exchange} sends them where {@code gatewright.explain} says so.
 */
@NullMarked
package dev.gatewright.spring.explanation;

import org.jspecify.annotations.NullMarked;
