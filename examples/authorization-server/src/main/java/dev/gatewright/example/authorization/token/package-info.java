/** Claims, binding and signing keys of tokens. */
@NullMarked
package dev.gatewright.example.authorization.token;

import org.jspecify.annotations.NullMarked;
