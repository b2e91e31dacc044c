/**
 * Puts the gate into Spring MVC: its interceptors, argument resolvers and answers to failures.
 * Start at {@code WebConfiguration}. Depends on all packages of input, exchanges and entries.
 */
@NullMarked
package dev.gatewright.spring.web;

import org.jspecify.annotations.NullMarked;
