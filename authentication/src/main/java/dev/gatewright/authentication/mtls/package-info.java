/**
 * Accepts TLS client certificates as credentials (RFC 5280, RFC 8446). Start at {@link
 * dev.gatewright.authentication.mtls.MutualTlsAuthenticator}; a {@link
 * dev.gatewright.authentication.mtls.KnownClient} is the caller that a certificate's name stands
 * for.
 *
 * <p>Depends on {@code certificate}, {@code claim} and {@code strict}.
 */
@NullMarked
package dev.gatewright.authentication.mtls;

import org.jspecify.annotations.NullMarked;
