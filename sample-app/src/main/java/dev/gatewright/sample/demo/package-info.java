/** Parts that the demonstration needs to work as pasted. Absent without {@code bank.demo}. */
@NullMarked
package dev.gatewright.sample.demo;

import org.jspecify.annotations.NullMarked;
