/**
 * Names what may answer requests without a guard, by the property {@code gatewright.exemptions}.
 * Start at {@code Exemptions}. Depends on {@code startup} and {@code guard}.
 */
@NullMarked
package dev.gatewright.spring.exemption;

import org.jspecify.annotations.NullMarked;
