/**
 * Says which caller a request comes from. Start at {@link
 * dev.gatewright.authentication.BearerAuthenticator} for access tokens, verified by an {@link
 * dev.gatewright.authentication.AccessTokens} of {@code jwt} or {@code introspection}; API keys,
 * DPoP and certificates are in {@code apikey}, {@code dpop} and {@code mtls}. {@link
 * dev.gatewright.authentication.InProcessRevocations} withdraws credentials.
 *
 * <p>Depends on {@code claim} and {@code certificate}, and on no kind of credential.
 */
@NullMarked
package dev.gatewright.authentication;

import org.jspecify.annotations.NullMarked;
