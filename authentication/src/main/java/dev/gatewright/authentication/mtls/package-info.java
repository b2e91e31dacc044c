/** TLS client certificates as credentials (RFC 5280, RFC 8446). */
@NullMarked
package dev.gatewright.authentication.mtls;

import org.jspecify.annotations.NullMarked;
