/** How often: rate limits, their strategies and stores. */
@NullMarked
package dev.gatewright.runtime.limit;

import org.jspecify.annotations.NullMarked;
