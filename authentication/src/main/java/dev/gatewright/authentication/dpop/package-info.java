/** Access tokens that only the holder of a key can use: DPoP (RFC 9449). */
@NullMarked
package dev.gatewright.authentication.dpop;

import org.jspecify.annotations.NullMarked;
