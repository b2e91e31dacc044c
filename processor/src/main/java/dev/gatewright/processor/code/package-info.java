/** From a plan to source text. Decides and combines nothing; prints what the plan says. */
@NullMarked
package dev.gatewright.processor.code;

import org.jspecify.annotations.NullMarked;
