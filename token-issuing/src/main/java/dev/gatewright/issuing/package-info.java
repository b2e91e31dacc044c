/**
 * Issues access tokens, for applications without an identity provider. Start at {@link
 * dev.gatewright.issuing.TokenIssuer}, which signs what a {@link
 * dev.gatewright.issuing.TokenRequest} says; {@link dev.gatewright.issuing.SigningKeys} rotates the
 * keys, and {@link dev.gatewright.issuing.PublicJwkSet} publishes them. Refresh tokens are in
 * {@code refresh}, API keys in {@code apikey}.
 *
 * <p>Depends on the module {@code gatewright-authentication}, which verifies what is issued here.
 */
@NullMarked
package dev.gatewright.issuing;

import org.jspecify.annotations.NullMarked;
