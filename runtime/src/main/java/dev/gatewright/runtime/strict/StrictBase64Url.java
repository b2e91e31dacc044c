package dev.gatewright.runtime.strict;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Base64url without padding (RFC 4648, section 5; RFC 7515, section 2) with exactly one text for
 * any bytes. The platform's decoder ignores the last character's unused bits, so that up to sixteen
 * texts stand for the same bytes.
 */
public final class StrictBase64Url {
  private static final byte[] VALUES = new byte[128];

  static {
    Arrays.fill(VALUES, (byte) -1);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (int i = 0; i < alphabet.length(); i++) {
      VALUES[alphabet.charAt(i)] = (byte) i;
    }
  }

  private StrictBase64Url() {}

  /** The text of these bytes. */
  public static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The text of this text's UTF-8 bytes. */
  public static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes from {@code start} to before {@code end}; null where the text is not canonical. */
  public static byte @Nullable [] decode(String text, int start, int end) {
    int length = end - start;
    int rest = length % 4;
    if (rest == 1) {
      return null;
    }
    byte[] bytes = new byte[length / 4 * 3 + (rest == 0 ? 0 : rest - 1)];
    int written = 0;
    int buffer = 0;
    int bits = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      int value = c < VALUES.length ? VALUES[c] : -1;
      if (value < 0) {
        return null;
      }
      buffer = (buffer << 6) | value;
      bits += 6;
      if (bits >= 8) {
        bits -= 8;
        bytes[written++] = (byte) (buffer >> bits);
        buffer &= (1 << bits) - 1;
      }
    }
    return buffer == 0 ? bytes : null;
  }
}
