/** What was found in the sources, as plain records: no javac mirrors, no JavaPoet, no messages. */
@NullMarked
package dev.gatewright.processor.model;

import org.jspecify.annotations.NullMarked;
