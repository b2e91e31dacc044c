/** From a clean model to source text. Decides nothing; prints what the model says. */
@NullMarked
package dev.gatewright.processor.code;

import org.jspecify.annotations.NullMarked;
