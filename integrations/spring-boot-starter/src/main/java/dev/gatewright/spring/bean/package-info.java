/**
 * Puts guards in the place of the beans they guard, and verifies that no bean lacks its guard, and
 * that nothing stands before one that could answer in its place. Start at {@code GuardInitializer},
 * which comes with every application context, and {@code GuardVerifier}. Depends on {@code
 * exemption} and what that depends on.
 */
@NullMarked
package dev.gatewright.spring.bean;

import org.jspecify.annotations.NullMarked;
