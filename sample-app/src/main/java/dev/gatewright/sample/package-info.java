/** A small bank. */
@NullMarked
package dev.gatewright.sample;

import org.jspecify.annotations.NullMarked;
