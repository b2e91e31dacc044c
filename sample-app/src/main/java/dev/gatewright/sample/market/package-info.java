/** Open data with limits by address, and data for the subject of a token. */
@NullMarked
package dev.gatewright.sample.market;

import org.jspecify.annotations.NullMarked;
