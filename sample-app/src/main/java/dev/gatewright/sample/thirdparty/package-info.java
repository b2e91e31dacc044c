/**
 * Endpoints for programs of third parties, and for the authorization server whose tokens they have.
 * Start with {@code AccountInformation}.
 */
@NullMarked
package dev.gatewright.sample.thirdparty;

import org.jspecify.annotations.NullMarked;
