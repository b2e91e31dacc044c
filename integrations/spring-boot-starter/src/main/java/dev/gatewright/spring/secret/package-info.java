/**
 * Makes the rotating secrets of the properties {@code gatewright.secrets}. Start at {@code
 * SecretsConfiguration}.
 */
@NullMarked
package dev.gatewright.spring.secret;

import org.jspecify.annotations.NullMarked;
