/**
 * Sets challenges to clients that reached a limit (OWASP API6:2023). Start at {@link
 * dev.gatewright.challenge.ProofOfWork}, which needs no other server, or {@link
 * dev.gatewright.challenge.SiteVerify}, which asks a provider of CAPTCHAs.
 *
 * <p>Depends on the module {@code gatewright-authentication}, for bounded calls and single use.
 */
@NullMarked
package dev.gatewright.challenge;

import org.jspecify.annotations.NullMarked;
