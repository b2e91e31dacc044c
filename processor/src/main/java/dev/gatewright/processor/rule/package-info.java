/** From the model to findings: one small class per rule. */
@NullMarked
package dev.gatewright.processor.rule;

import org.jspecify.annotations.NullMarked;
