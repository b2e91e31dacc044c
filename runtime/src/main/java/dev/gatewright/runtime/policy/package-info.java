/** What an endpoint demands: immutable values, built once. */
@NullMarked
package dev.gatewright.runtime.policy;

import org.jspecify.annotations.NullMarked;
