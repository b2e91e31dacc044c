/** What makes the demonstration work as pasted; not there unless {@code bank.demo} is true. */
@NullMarked
package dev.gatewright.sample.demo;

import org.jspecify.annotations.NullMarked;
