/**
 * Mints API keys. Start at {@link dev.gatewright.issuing.apikey.ApiKeyIssuer}, which stores and
 * replaces them; {@link dev.gatewright.issuing.apikey.MintApiKey} prints one for a configuration.
 *
 * <p>Depends on {@code apikey} of the module {@code gatewright-authentication}.
 */
@NullMarked
package dev.gatewright.issuing.apikey;

import org.jspecify.annotations.NullMarked;
