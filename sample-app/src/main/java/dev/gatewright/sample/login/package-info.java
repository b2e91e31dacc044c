/** Issues, refreshes and revokes the bank's own tokens. Start with {@code LogIn}. */
@NullMarked
package dev.gatewright.sample.login;

import org.jspecify.annotations.NullMarked;
