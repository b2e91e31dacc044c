/**
 * Reads what clients send, and refuses all but one spelling. Start at {@link
 * dev.gatewright.authentication.strict.StrictJson} and {@link
 * dev.gatewright.authentication.strict.StrictBase64Url}; {@link
 * dev.gatewright.authentication.strict.InvalidCredentialException} says what is wrong, without the
 * value. Exported to modules of Gatewright only.
 *
 * <p>Depends on nothing of Gatewright.
 */
@NullMarked
package dev.gatewright.authentication.strict;

import org.jspecify.annotations.NullMarked;
