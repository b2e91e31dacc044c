/**
 * Reads public keys from JSON (RFC 7517), and names them by their thumbprint (RFC 7638). Start at
 * {@link dev.gatewright.authentication.jwk.JsonWebKey}. Not exported.
 *
 * <p>Depends on {@code strict}.
 */
@NullMarked
package dev.gatewright.authentication.jwk;

import org.jspecify.annotations.NullMarked;
