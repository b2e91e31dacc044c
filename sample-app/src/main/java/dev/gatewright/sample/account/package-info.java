/** Accounts, and the money on them. */
@NullMarked
package dev.gatewright.sample.account;

import org.jspecify.annotations.NullMarked;
