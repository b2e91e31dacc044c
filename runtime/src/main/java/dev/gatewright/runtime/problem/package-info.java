/** What a refused client sees (RFC 9457), and what it never sees. */
@NullMarked
package dev.gatewright.runtime.problem;

import org.jspecify.annotations.NullMarked;
