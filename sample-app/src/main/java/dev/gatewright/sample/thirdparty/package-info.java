/** What programs of others may do for a customer who allowed it. */
@NullMarked
package dev.gatewright.sample.thirdparty;

import org.jspecify.annotations.NullMarked;
