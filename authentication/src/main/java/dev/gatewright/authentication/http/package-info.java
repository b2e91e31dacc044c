/** Asking other servers, within bounds. Not exported: for this library's own use. */
@NullMarked
package dev.gatewright.authentication.http;

import org.jspecify.annotations.NullMarked;
