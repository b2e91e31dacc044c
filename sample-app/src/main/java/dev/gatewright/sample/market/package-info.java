/** What anybody may know, and what a token's subject may. */
@NullMarked
package dev.gatewright.sample.market;

import org.jspecify.annotations.NullMarked;
