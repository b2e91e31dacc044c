/**
 * Decides every request. Start at {@link dev.gatewright.runtime.Gate}, which guards and adapters
 * call; {@link dev.gatewright.runtime.GateBuilder} collects its parts, {@link
 * dev.gatewright.runtime.Passage} is the second stage of a call, and {@link
 * dev.gatewright.runtime.CurrentExchange} takes a request through the gate.
 *
 * <p>Depends on all packages below; none of them depends on this one.
 */
@NullMarked
package dev.gatewright.runtime;

import org.jspecify.annotations.NullMarked;
