/**
 * Finds the guards that the processor generated, their endpoints' methods, and whether a guard is
 * as new as what it guards. Start at {@code GuardClasses}. Depends on {@code startup} only.
 */
@NullMarked
package dev.gatewright.spring.guard;

import org.jspecify.annotations.NullMarked;
