/**
 * Accepts API keys, which are stored as hashes under a pepper. Start at {@link
 * dev.gatewright.authentication.apikey.ApiKeyAuthenticator}; {@link
 * dev.gatewright.authentication.apikey.ApiKeys} looks keys up, {@link
 * dev.gatewright.authentication.apikey.ApiKeyStore} changes them too. The module {@code
 * gatewright-token-issuing} mints keys.
 *
 * <p>Depends on {@code strict}.
 */
@NullMarked
package dev.gatewright.authentication.apikey;

import org.jspecify.annotations.NullMarked;
