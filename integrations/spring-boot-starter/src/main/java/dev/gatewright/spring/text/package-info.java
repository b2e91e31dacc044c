/**
 * The shapes of texts that arguments and JSON may have. Start at {@code ScalarShape}. Depends on no
 * other package of the starter.
 */
@NullMarked
package dev.gatewright.spring.text;

import org.jspecify.annotations.NullMarked;
