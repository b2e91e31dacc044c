/** Reads JSON strictly. Start at {@code StrictJson}. Depends on {@code text} only. */
@NullMarked
package dev.gatewright.spring.json;

import org.jspecify.annotations.NullMarked;
