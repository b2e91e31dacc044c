package dev.gatewright.authentication.jwk;

import dev.gatewright.authentication.strict.Sha256;

/** The SHA-256 thumbprint of a key (RFC 7638). */
final class Thumbprint {
  private Thumbprint() {}

  /** Of the required members as JSON, in lexicographic order and without white space. */
  static String of(String requiredMembers) {
    return Sha256.base64Url(requiredMembers);
  }
}
