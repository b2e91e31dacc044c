/**
 * Makes the authenticators of the properties {@code gatewright.jwt}, {@code introspection}, {@code
 * api-keys}, {@code dpop} and {@code mutual-tls}. Start at {@code AuthenticationConfiguration}.
 */
@NullMarked
package dev.gatewright.spring.authentication;

import org.jspecify.annotations.NullMarked;
