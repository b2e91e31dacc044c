/**
 * Verifies JSON Web Tokens as access tokens (RFC 7519, RFC 9068). Start at {@link
 * dev.gatewright.authentication.jwt.JwtAccessTokens}, which accepts each {@link
 * dev.gatewright.authentication.jwt.TrustedIssuer}; keys come from a {@link
 * dev.gatewright.authentication.jwt.KeySource}, as {@link
 * dev.gatewright.authentication.jwt.JwkSetSource} reads one from a key set.
 *
 * <p>Depends on the package above, {@code claim}, {@code http}, {@code jwk} and {@code strict}.
 */
@NullMarked
package dev.gatewright.authentication.jwt;

import org.jspecify.annotations.NullMarked;
