/** From source text to files, with their originating elements. */
@NullMarked
package dev.gatewright.processor.file;

import org.jspecify.annotations.NullMarked;
