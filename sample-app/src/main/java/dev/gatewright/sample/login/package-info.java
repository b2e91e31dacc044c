/** Logging in and out. */
@NullMarked
package dev.gatewright.sample.login;

import org.jspecify.annotations.NullMarked;
