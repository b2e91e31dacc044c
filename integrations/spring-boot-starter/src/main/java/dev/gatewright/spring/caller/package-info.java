/**
 * Hands callers to endpoints, and says how strongly they can authenticate, by the properties {@code
 * gatewright.realm} and {@code gatewright.step-up}. Start at {@code CallerConfiguration}. Depends
 * on {@code startup} only.
 */
@NullMarked
package dev.gatewright.spring.caller;

import org.jspecify.annotations.NullMarked;
