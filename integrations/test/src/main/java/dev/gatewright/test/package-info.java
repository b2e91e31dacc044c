/**
 * Callers, limits and time for the tests of guarded applications. Start at {@link
 * dev.gatewright.test.WithCaller}.
 *
 * <p>Nothing in here is active outside of Spring's TestContext framework, which alone calls {@code
 * TestContextCustomizer}: the jar has neither an auto-configuration nor an initializer, so that a
 * {@code SpringApplication} that has it on its class path accepts no caller of a test.
 */
@NullMarked
package dev.gatewright.test;

import org.jspecify.annotations.NullMarked;
