/**
 * Configures Spring Security's authorization server, and limits what reaches it. Start with {@code
 * AuthorizationServerChain}.
 */
@NullMarked
package dev.gatewright.example.authorization.endpoint;

import org.jspecify.annotations.NullMarked;
