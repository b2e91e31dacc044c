/** JSON Web Tokens as access tokens (RFC 7519, RFC 9068): keys and verification. */
@NullMarked
package dev.gatewright.authentication.jwt;

import org.jspecify.annotations.NullMarked;
