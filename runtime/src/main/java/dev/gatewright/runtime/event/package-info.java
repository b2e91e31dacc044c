/** What happened: one event for every decision. */
@NullMarked
package dev.gatewright.runtime.event;

import org.jspecify.annotations.NullMarked;
