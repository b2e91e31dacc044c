/**
 * Lets an application write problems in a form of its own. Start at {@code ProblemBody}. Depends on
 * {@code startup} only; {@code exchange} answers with it.
 */
@NullMarked
package dev.gatewright.spring.problem;

import org.jspecify.annotations.NullMarked;
