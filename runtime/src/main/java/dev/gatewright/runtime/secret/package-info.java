/** Where keys come from. */
@NullMarked
package dev.gatewright.runtime.secret;

import org.jspecify.annotations.NullMarked;
