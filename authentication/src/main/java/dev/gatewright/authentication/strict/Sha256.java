package dev.gatewright.authentication.strict;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes as tokens carry them. */
public final class Sha256 {
  private Sha256() {}

  /** The same of a text's UTF-8 bytes. */
  public static String base64Url(String text) {
    return base64Url(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Base64url without padding of the SHA-256 hash, 43 characters. */
  public static String base64Url(byte[] bytes) {
    try {
      return StrictBase64Url.encode(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
