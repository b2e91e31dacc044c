package dev.gatewright.authentication.apikey;

import dev.gatewright.runtime.option.InvalidOptionException;

/**
 * How API keys read: {@code prefix_id.secret} with check digits at the end, so that a typing error
 * is found, and a leaked key is told from any other text, without asking the store.
 *
 * <pre>
 * gw_p9s46jb46j5qk85f.LBRQeUO7-nt6bBmx7FDw_YJem1OFuS5Cqty5ozfdBag2f0a1i
 * |  |                |                                          |
 * |  id               secret                                     check digits
 * prefix
 * </pre>
 *
 * <ul>
 *   <li>prefix: 1 to 16 ASCII letters and digits, chosen by the application, then {@code _}
 *   <li>id: 4 to 64 ASCII letters and digits, then {@code .}; minted ones have 16
 *   <li>secret: 256 random bits in base64url without padding (RFC 4648, section 5), 43 characters
 *   <li>check digits: CRC-32 (as in RFC 1952, section 8) of everything before them in ASCII, as 6
 *       digits of base 62, most significant first, with the digits {@code 0-9A-Za-z}
 * </ul>
 *
 * <p>A secret scanner finds candidates by {@code gw_[0-9A-Za-z]{4,64}\.[0-9A-Za-z_-]{49}} and is
 * sure of them by the check digits. These protect nothing: whoever makes up a key can make up its
 * check digits too.
 */
public final class ApiKeyFormat {
  private ApiKeyFormat() {}

  /**
   * Whether a text reads as an API key of this prefix and its check digits are right. Says nothing
   * of whether there is such a key. Looks at no text longer than a key can be.
   */
  public static boolean isApiKey(String prefix, String text) {
    return ApiKeyText.parse(prefix, text) != null;
  }

  /**
   * The prefix, unchanged.
   *
   * @throws InvalidOptionException if it is malformed
   */
  public static String requirePrefix(String prefix) {
    return ApiKeyText.checkedPrefix(prefix);
  }

  /**
   * Writes an API key, its check digits included.
   *
   * @param prefix as {@link #requirePrefix} returns it
   * @param id 4 to 64 ASCII letters and digits
   * @param secret 32 random bytes
   */
  public static String write(String prefix, String id, byte[] secret) {
    return ApiKeyText.of(prefix, id, secret).whole();
  }
}
