/** Reads JSON strictly. */
@NullMarked
package dev.gatewright.spring.json;

import org.jspecify.annotations.NullMarked;
