/** Access tokens that only their issuer can read, asked about one by one (RFC 7662). */
@NullMarked
package dev.gatewright.authentication.introspection;

import org.jspecify.annotations.NullMarked;
