/** Accounts and transfers. Start with {@code Accounts}, whose guard is the README's example. */
@NullMarked
package dev.gatewright.sample.account;

import org.jspecify.annotations.NullMarked;
