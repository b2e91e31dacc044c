/** From the compiler's elements to the model. */
@NullMarked
package dev.gatewright.processor.scan;

import org.jspecify.annotations.NullMarked;
