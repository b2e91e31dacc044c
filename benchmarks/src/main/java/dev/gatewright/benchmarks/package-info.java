/** What a check costs, next to what others charge for it. */
@NullMarked
package dev.gatewright.benchmarks;

import org.jspecify.annotations.NullMarked;
