/**
 * Authorizations that customers gave, with the tokens that were issued under them. Start with
 * {@code Authorizations}.
 */
@NullMarked
package dev.gatewright.example.authorization.grant;

import org.jspecify.annotations.NullMarked;
