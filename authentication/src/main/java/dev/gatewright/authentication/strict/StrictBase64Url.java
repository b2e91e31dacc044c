package dev.gatewright.authentication.strict;

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
  private static final int[] VALUES = new int[256];

  static {
    Arrays.fill(VALUES, -1);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (int i = 0; i < alphabet.length(); i++) {
      VALUES[alphabet.charAt(i)] = i;
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
    // What has no place in ISO 8859-1 becomes '?', which is no base64url either.
    byte[] segment = text.substring(start, end).getBytes(StandardCharsets.ISO_8859_1);
    return decode(segment, 0, segment.length);
  }

  /** The same of a text given as its ISO 8859-1 bytes. */
  public static byte @Nullable [] decode(byte[] text, int start, int end) {
    int rest = (end - start) % 4;
    if (rest == 1) {
      return null;
    }
    int wholeEnd = end - rest;
    byte[] bytes = new byte[(wholeEnd - start) / 4 * 3 + (rest == 0 ? 0 : rest - 1)];
    int written = 0;
    for (int i = start; i < wholeEnd; i += 4) {
      // Negative as soon as one of the four is no character of the alphabet.
      int group =
          VALUES[text[i] & 0xff] << 18
              | VALUES[text[i + 1] & 0xff] << 12
              | VALUES[text[i + 2] & 0xff] << 6
              | VALUES[text[i + 3] & 0xff];
      if (group < 0) {
        return null;
      }
      bytes[written] = (byte) (group >> 16);
      bytes[written + 1] = (byte) (group >> 8);
      bytes[written + 2] = (byte) group;
      written += 3;
    }
    return rest == 0 || decodeRest(text, wholeEnd, rest, bytes, written) ? bytes : null;
  }

  /** One or two bytes, from two or three characters whose unused bits are zero. */
  private static boolean decodeRest(byte[] text, int start, int rest, byte[] bytes, int written) {
    int group = VALUES[text[start] & 0xff] << 6 | VALUES[text[start + 1] & 0xff];
    if (rest == 2) {
      bytes[written] = (byte) (group >> 4);
      return group >= 0 && (group & 0xf) == 0;
    }
    group = group << 6 | VALUES[text[start + 2] & 0xff];
    bytes[written] = (byte) (group >> 10);
    bytes[written + 1] = (byte) (group >> 2);
    return group >= 0 && (group & 0x3) == 0;
  }
}
