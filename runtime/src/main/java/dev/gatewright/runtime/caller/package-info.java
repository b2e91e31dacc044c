/**
 * The caller of an endpoint, and the interfaces of what finds it. Start at {@link
 * dev.gatewright.runtime.caller.Caller}; the gate asks each {@link
 * dev.gatewright.runtime.caller.Authenticator} and then {@link
 * dev.gatewright.runtime.caller.Revocations}. The module {@code gatewright-authentication}
 * implements them.
 */
@NullMarked
package dev.gatewright.runtime.caller;

import org.jspecify.annotations.NullMarked;
