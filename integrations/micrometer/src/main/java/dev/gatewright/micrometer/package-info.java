/** Metrics of what the gate decides, whose labels are bounded by what the code declares. */
@NullMarked
package dev.gatewright.micrometer;

import org.jspecify.annotations.NullMarked;
