package dev.gatewright.runtime.limit;

import java.nio.charset.StandardCharsets;

/**
 * Items of structured field values (RFC 9651). Written here because two kinds of items are written
 * and none is read, which is less than an adapter to a library would be.
 */
final class StructuredField {

  /** The largest Integer (RFC 9651, section 3.3.1). */
  private static final long MAX_INTEGER = 999_999_999_999_999L;

  private StructuredField() {}

  /**
   * A String (section 3.3.3). What a String cannot hold, control characters and anything beyond
   * ASCII, is percent-encoded as UTF-8: no name can end the field or begin another.
   */
  static String string(String text) {
    StringBuilder item = new StringBuilder(text.length() + 2).append('"');
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (octet < 0x20 || octet == 0x7f) {
        item.append("%%%02X".formatted(octet));
      } else {
        if (octet == '"' || octet == '\\') {
          item.append('\\');
        }
        item.append((char) octet);
      }
    }
    return item.append('"').toString();
  }

  /** A non-negative Integer (section 3.3.1); the largest there is for any larger. */
  static String integer(long value) {
    return Long.toString(Math.min(value, MAX_INTEGER));
  }
}
