package dev.gatewright.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * One value of a secret. Immutable and thread-safe. Its text form holds nothing of the value, and
 * comparing two takes as long wherever they differ.
 *
 * <p>The value is a {@code String} and not an array that could be cleared: it reaches this process
 * as text (environment, JSON), leaves it as base64 or PEM text to be decoded, and is needed for as
 * long as the process runs. Clearing one of many copies would protect nothing.
 */
public final class SecretValue {

  /** Most bytes of a value in UTF-8: what AWS Secrets Manager allows. */
  public static final int MAX_BYTES = 65_536;

  private final String text;

  private SecretValue(String text) {
    this.text = text;
  }

  /**
   * A value that was read.
   *
   * @param name the secret's name, for the message of the exception
   * @param text the value
   * @throws SecretUnavailableException if it is blank, or larger than {@link #MAX_BYTES}
   */
  public static SecretValue of(String name, String text) {
    if (text.isBlank()) {
      throw new SecretUnavailableException(name, "is empty", "store a value under this name");
    }
    if (text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw tooLarge(name);
    }
    return new SecretValue(text);
  }

  /**
   * A value that was read as bytes rather than text: held as their base64 text.
   *
   * @param name the secret's name, for the message of the exception
   * @param bytes the value
   * @throws SecretUnavailableException if it is empty, or its base64 text larger than {@link
   *     #MAX_BYTES}
   */
  public static SecretValue ofBytes(String name, byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw tooLarge(name);
    }
    return of(name, Base64.getEncoder().encodeToString(bytes));
  }

  /** The value. Keep it out of logs, messages and keys of caches. */
  public String text() {
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SecretValue that
        && MessageDigest.isEqual(
            text.getBytes(StandardCharsets.UTF_8), that.text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "[secret]";
  }

  static SecretUnavailableException tooLarge(String name) {
    return new SecretUnavailableException(
        name, "is larger than " + MAX_BYTES + " bytes", "store the secret alone under this name");
  }
}
