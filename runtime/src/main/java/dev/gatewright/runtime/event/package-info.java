/** Security events and where they go. */
@NullMarked
package dev.gatewright.runtime.event;

import org.jspecify.annotations.NullMarked;
