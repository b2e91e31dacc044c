/**
 * Hands callers to endpoints and to the tasks that they start, and says how strongly they can
 * authenticate, by the properties {@code gatewright.realm} and {@code gatewright.step-up}. Start at
 * {@code CallerConfiguration}, for tasks at {@code CallerContext}. Depends on {@code startup} only.
 */
@NullMarked
package dev.gatewright.spring.caller;

import org.jspecify.annotations.NullMarked;
