/**
 * Recipes of OpenRewrite that turn the annotations of other systems into Gatewright's. Start at
 * {@code MoveToGatewright}, which runs all of them. {@code Requirement} says what an annotation
 * demands; what it cannot say exactly stays as it is, under a remark. Depends on OpenRewrite only:
 * the annotations of all systems are known by name.
 */
@NullMarked
package dev.gatewright.openrewrite;

import org.jspecify.annotations.NullMarked;
