/** Claims about a caller, whoever delivered them. Not exported: for this library's own use. */
@NullMarked
package dev.gatewright.authentication.claim;

import org.jspecify.annotations.NullMarked;
