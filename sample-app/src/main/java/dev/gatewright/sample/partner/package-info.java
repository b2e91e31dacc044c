/** What other banks ask for. */
@NullMarked
package dev.gatewright.sample.partner;

import org.jspecify.annotations.NullMarked;
