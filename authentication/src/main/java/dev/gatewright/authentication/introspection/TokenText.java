package dev.gatewright.authentication.introspection;

import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.authentication.strict.Sha256;

/** What a token may look like before anybody is asked about it. */
final class TokenText {
  private static final int MAX_LENGTH = 8_192;

  private TokenText() {}

  /**
   * Requires the grammar {@code b64token} (RFC 6750, section 2.1), in 8 KiB at most.
   *
   * @throws InvalidCredentialException if the text is anything else
   */
  static void require(String token) throws InvalidCredentialException {
    if (token.length() > MAX_LENGTH) {
      throw new InvalidCredentialException("the token is longer than " + MAX_LENGTH + " bytes");
    }
    int end = token.length();
    while (end > 0 && token.charAt(end - 1) == '=') {
      end--;
    }
    if (end == 0) {
      throw new InvalidCredentialException("the token is empty");
    }
    for (int i = 0; i < end; i++) {
      if (!isTokenCharacter(token.charAt(i))) {
        throw new InvalidCredentialException("the token holds a character that no token has");
      }
    }
  }

  private static boolean isTokenCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._~+/".indexOf(c) >= 0;
  }

  /** By what a token is known while its text is forgotten. */
  static String fingerprint(String token) {
    return "sha256:" + Sha256.base64Url(token);
  }
}
