/**
 * Checks the claims of a token, be they read from it or told by its issuer, and makes a caller of
 * them. Start at {@link dev.gatewright.authentication.claim.ClaimsCheck}, by a {@link
 * dev.gatewright.authentication.claim.ClaimsPolicy}. Exported to modules of Gatewright only.
 *
 * <p>Depends on {@code strict}.
 */
@NullMarked
package dev.gatewright.authentication.claim;

import org.jspecify.annotations.NullMarked;
