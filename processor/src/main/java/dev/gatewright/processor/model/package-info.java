/** What the processor knows of an endpoint: plain data, free of the compiler and of JavaPoet. */
@NullMarked
package dev.gatewright.processor.model;

import org.jspecify.annotations.NullMarked;
