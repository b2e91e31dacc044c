/**
 * Verifies at start-up every way by which requests come in: handlers, routes, servlets, filters,
 * listeners, servers and messages. Start at {@code HandlerVerifier} and {@code ServletVerifier}.
 * Depends on {@code exchange}, {@code argument} and what those depend on.
 */
@NullMarked
package dev.gatewright.spring.entry;

import org.jspecify.annotations.NullMarked;
