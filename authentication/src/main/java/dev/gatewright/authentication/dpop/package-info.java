/**
 * Accepts access tokens that are bound to a key of the client, with a proof of possession: DPoP
 * (RFC 9449). Start at {@link dev.gatewright.authentication.dpop.DpopAuthenticator}; {@code
 * ProofCheck} verifies a proof, and the replay store lets it count once.
 *
 * <p>Depends on the package above, {@code jwt}, {@code jwk}, {@code claim}, {@code certificate},
 * {@code replay} and {@code strict}.
 */
@NullMarked
package dev.gatewright.authentication.dpop;

import org.jspecify.annotations.NullMarked;
