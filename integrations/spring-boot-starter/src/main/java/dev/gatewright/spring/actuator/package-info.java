/**
 * Tells an actuator what the gate decides, and guards one that has a port of its own. Start at
 * {@code ActuatorConfiguration}. Depends on the root package; nothing depends on it.
 */
@NullMarked
package dev.gatewright.spring.actuator;

import org.jspecify.annotations.NullMarked;
