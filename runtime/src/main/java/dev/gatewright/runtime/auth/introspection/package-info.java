/** Access tokens that only their issuer can read, asked about one by one (RFC 7662). */
@NullMarked
package dev.gatewright.runtime.auth.introspection;

import org.jspecify.annotations.NullMarked;
