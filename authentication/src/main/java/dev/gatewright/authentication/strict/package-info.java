/** Strict readers of what strangers send. Not exported: for this library's own use. */
@NullMarked
package dev.gatewright.authentication.strict;

import org.jspecify.annotations.NullMarked;
