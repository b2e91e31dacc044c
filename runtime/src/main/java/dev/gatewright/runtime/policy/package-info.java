/** Immutable values that generated code builds once for each endpoint. */
@NullMarked
package dev.gatewright.runtime.policy;

import org.jspecify.annotations.NullMarked;
