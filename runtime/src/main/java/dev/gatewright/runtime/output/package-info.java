/** What goes out: security headers. */
@NullMarked
package dev.gatewright.runtime.output;

import org.jspecify.annotations.NullMarked;
