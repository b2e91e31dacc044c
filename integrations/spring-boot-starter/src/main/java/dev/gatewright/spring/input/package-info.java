/** Checks what reaches an endpoint's arguments. */
@NullMarked
package dev.gatewright.spring.input;

import org.jspecify.annotations.NullMarked;
