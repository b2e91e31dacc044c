/** The gate that generated guards and adapters call. */
@NullMarked
package dev.gatewright.runtime;

import org.jspecify.annotations.NullMarked;
