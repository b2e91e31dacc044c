/** Who the bank's customers are. */
@NullMarked
package dev.gatewright.sample.customer;

import org.jspecify.annotations.NullMarked;
