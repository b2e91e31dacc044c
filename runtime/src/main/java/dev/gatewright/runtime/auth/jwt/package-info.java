/** JSON Web Tokens as access tokens (RFC 7519, RFC 9068): keys, verification, issuing. */
@NullMarked
package dev.gatewright.runtime.auth.jwt;

import org.jspecify.annotations.NullMarked;
