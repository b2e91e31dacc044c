/** Stores customers, and registers new ones. Start with {@code Register}. */
@NullMarked
package dev.gatewright.sample.customer;

import org.jspecify.annotations.NullMarked;
