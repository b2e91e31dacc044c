/** Secrets, where they are read from, and how they rotate while the application runs. */
@NullMarked
package dev.gatewright.secret;

import org.jspecify.annotations.NullMarked;
