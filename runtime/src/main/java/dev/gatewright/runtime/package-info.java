/** The gate that generated guards call, and what leads up to it. */
@NullMarked
package dev.gatewright.runtime;

import org.jspecify.annotations.NullMarked;
