/** What comes in: violations, strict JSON, validation. */
@NullMarked
package dev.gatewright.runtime.input;

import org.jspecify.annotations.NullMarked;
