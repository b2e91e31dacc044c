package dev.gatewright.runtime.auth.jwk;

import dev.gatewright.runtime.strict.StrictBase64Url;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The SHA-256 thumbprint of a key (RFC 7638). */
final class Thumbprint {
  private Thumbprint() {}

  /** Of the required members as JSON, in lexicographic order and without white space. */
  static String of(String requiredMembers) {
    try {
      return StrictBase64Url.encode(
          MessageDigest.getInstance("SHA-256")
              .digest(requiredMembers.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
