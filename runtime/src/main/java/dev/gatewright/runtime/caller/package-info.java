/**
 * Holds the authenticated caller, and the interfaces that find one. Start at {@link
 * dev.gatewright.runtime.caller.Caller}; the gate asks each {@link
 * dev.gatewright.runtime.caller.Authenticator} and then {@link
 * dev.gatewright.runtime.caller.Revocations}. The module {@code gatewright-authentication}
 * implements both.
 *
 * <p>Depends on {@code exchange} and {@code option}.
 */
@NullMarked
package dev.gatewright.runtime.caller;

import org.jspecify.annotations.NullMarked;
