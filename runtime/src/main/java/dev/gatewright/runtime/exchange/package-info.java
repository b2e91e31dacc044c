/** What the core knows of HTTP. */
@NullMarked
package dev.gatewright.runtime.exchange;

import org.jspecify.annotations.NullMarked;
