/** Settings that are missing or wrong. */
@NullMarked
package dev.gatewright.runtime.option;

import org.jspecify.annotations.NullMarked;
