/** Public keys as JSON (RFC 7517, RFC 7638). Not exported: for this library's own use. */
@NullMarked
package dev.gatewright.authentication.jwk;

import org.jspecify.annotations.NullMarked;
