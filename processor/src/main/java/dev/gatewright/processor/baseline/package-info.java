/**
 * The checked-in list of endpoints that are not decided yet: the options that name it, its format
 * and its file. Start at {@code Baseline}.
 */
@NullMarked
package dev.gatewright.processor.baseline;

import org.jspecify.annotations.NullMarked;
