/**
 * Challenges for clients that reached a limit (OWASP API6:2023). Start at {@link
 * dev.gatewright.challenge.ProofOfWork}, which needs nobody else, or {@link
 * dev.gatewright.challenge.SiteVerify}, which asks a provider of CAPTCHAs.
 */
@NullMarked
package dev.gatewright.challenge;

import org.jspecify.annotations.NullMarked;
