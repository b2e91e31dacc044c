/**
 * Builds the gate of an application, from the parts that each feature's package makes. Start at
 * {@code GatewrightAutoConfiguration}. The packages that it imports know nothing of it; those of
 * optional modules, as {@code authentication}, {@code challenge}, {@code redis}, {@code secret} and
 * {@code actuator}, build upon it.
 */
@NullMarked
package dev.gatewright.spring;

import org.jspecify.annotations.NullMarked;
