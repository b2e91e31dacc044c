package dev.gatewright.runtime.caller;

import org.jspecify.annotations.Nullable;

/**
 * Which key the sender of a token must prove to have (RFC 7800). Immutable.
 *
 * @param certificateThumbprint base64url of the SHA-256 hash of a TLS client certificate, {@code
 *     x5t#S256} (RFC 8705, section 3.1); null where the token is not bound to a certificate
 * @param keyThumbprint base64url of the SHA-256 thumbprint of a public key, {@code jkt} (RFC 9449,
 *     section 6.1); null where the token is not bound to such a key
 */
public record Confirmation(@Nullable String certificateThumbprint, @Nullable String keyThumbprint) {

  /** Whoever has the token may use it. */
  public static final Confirmation NONE = new Confirmation(null, null);

  /** Whether the sender must prove anything. */
  public boolean isNone() {
    return certificateThumbprint == null && keyThumbprint == null;
  }
}
