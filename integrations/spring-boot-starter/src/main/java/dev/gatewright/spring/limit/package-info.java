/**
 * Sets limits up that are counted in this process, by the properties {@code gatewright.limits}.
 * Start at {@code LimitsConfiguration}. Depends on {@code startup} only.
 */
@NullMarked
package dev.gatewright.spring.limit;

import org.jspecify.annotations.NullMarked;
