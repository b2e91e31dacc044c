/** People who log in, with password and one-time code. Start with {@code PasswordCheck}. */
@NullMarked
package dev.gatewright.example.authorization.login;

import org.jspecify.annotations.NullMarked;
