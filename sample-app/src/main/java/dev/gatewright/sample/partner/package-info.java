/** Endpoints for programs of other banks: API keys and TLS client certificates. */
@NullMarked
package dev.gatewright.sample.partner;

import org.jspecify.annotations.NullMarked;
