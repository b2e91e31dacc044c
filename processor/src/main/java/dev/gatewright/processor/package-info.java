/** The annotation processor: one way through, from elements to files. */
@NullMarked
package dev.gatewright.processor;

import org.jspecify.annotations.NullMarked;
