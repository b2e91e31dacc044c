/**
 * Issues refresh tokens: rotated on each use, hashed at rest, revoked as a family (RFC 9700). Start
 * at {@link dev.gatewright.issuing.refresh.RefreshTokens}; implement {@link
 * dev.gatewright.issuing.refresh.Entitlements} to say which roles a subject has by now. {@link
 * dev.gatewright.issuing.refresh.RefreshTokenStore} keeps tokens, in memory or by {@code
 * gatewright-jdbc}.
 *
 * <p>Depends on the package above, for access tokens.
 */
@NullMarked
package dev.gatewright.issuing.refresh;

import org.jspecify.annotations.NullMarked;
