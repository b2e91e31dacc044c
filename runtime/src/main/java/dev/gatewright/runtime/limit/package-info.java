/** Rate limits: four strategies, exact under concurrency, bounded in memory. */
@NullMarked
package dev.gatewright.runtime.limit;

import org.jspecify.annotations.NullMarked;
