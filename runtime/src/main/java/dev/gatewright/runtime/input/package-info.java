/** Validation of arguments. */
@NullMarked
package dev.gatewright.runtime.input;

import org.jspecify.annotations.NullMarked;
