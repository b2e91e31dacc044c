/** What the core knows of HTTP: one request with its response, and which client is behind it. */
@NullMarked
package dev.gatewright.runtime.exchange;

import org.jspecify.annotations.NullMarked;
