package dev.gatewright.authentication.apikey;

import dev.gatewright.authentication.strict.StrictBase64Url;
import dev.gatewright.runtime.option.InvalidOptionException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * An API key as clients send it, taken apart but not verified; see {@link ApiKeyFormat}.
 *
 * @param id finds the stored key
 * @param whole the whole text, which is what is hashed: a hash fits no other id
 */
record ApiKeyText(String id, String whole) {

  /** 256 bits as base64url without padding. */
  static final int SECRET_LENGTH = 43;

  static final int CHECK_LENGTH = 6;

  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private static final int TAIL_LENGTH = SECRET_LENGTH + CHECK_LENGTH;
  private static final int MIN_ID_LENGTH = 4;
  private static final int MAX_ID_LENGTH = 64;
  private static final int MAX_PREFIX_LENGTH = 16;

  /** The key, or null where the text is none with this prefix. Looks at every character once. */
  static @Nullable ApiKeyText parse(String prefix, String text) {
    int idStart = prefix.length() + 1;
    int dot = text.length() - TAIL_LENGTH - 1;
    if (dot < idStart + MIN_ID_LENGTH
        || dot > idStart + MAX_ID_LENGTH
        || !text.startsWith(prefix)
        || text.charAt(prefix.length()) != '_'
        || text.charAt(dot) != '.') {
      return null;
    }
    String id = text.substring(idStart, dot);
    int check = text.length() - CHECK_LENGTH;
    return isId(id)
            && StrictBase64Url.decode(text, dot + 1, check) != null
            && text.substring(check).equals(checkDigits(text.substring(0, check)))
        ? new ApiKeyText(id, text)
        : null;
  }

  static ApiKeyText of(String prefix, String id, byte[] secret) {
    String unchecked = prefix + "_" + id + "." + StrictBase64Url.encode(secret);
    return new ApiKeyText(id, unchecked + checkDigits(unchecked));
  }

  /** The check digits of a text, which is ASCII. */
  static String checkDigits(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    long rest = crc.getValue();
    char[] digits = new char[CHECK_LENGTH];
    for (int i = CHECK_LENGTH - 1; i >= 0; i--) {
      digits[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
      rest /= DIGITS.length();
    }
    return new String(digits);
  }

  static boolean isId(String id) {
    return id.length() >= MIN_ID_LENGTH && id.length() <= MAX_ID_LENGTH && isAlphanumeric(id);
  }

  static String checkedPrefix(String prefix) {
    if (prefix.isEmpty() || prefix.length() > MAX_PREFIX_LENGTH || !isAlphanumeric(prefix)) {
      throw new InvalidOptionException(
          "prefix",
          "is not 1 to " + MAX_PREFIX_LENGTH + " letters and digits",
          "use a short name of your application, such as 'gw'");
    }
    return prefix;
  }

  private static boolean isAlphanumeric(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return "ApiKeyText[id=" + id + "]";
  }
}
