package dev.gatewright.runtime.strict;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes as tokens carry them. */
public final class Sha256 {
  private Sha256() {}

  /** Base64url without padding of the SHA-256 hash, 43 characters. */
  public static String base64Url(byte[] bytes) {
    try {
      return StrictBase64Url.encode(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
