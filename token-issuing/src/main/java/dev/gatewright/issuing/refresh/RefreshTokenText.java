package dev.gatewright.issuing.refresh;

import dev.gatewright.authentication.strict.Sha256;
import dev.gatewright.authentication.strict.StrictBase64Url;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** Makes the texts of refresh tokens, and hashes them. Thread-safe. */
final class RefreshTokenText {
  private static final int TOKEN_BYTES = 32;
  private static final int TOKEN_LENGTH = 43;
  private static final int FAMILY_ID_BYTES = 16;

  private final SecureRandom random = new SecureRandom();

  String newToken() {
    return random(TOKEN_BYTES);
  }

  String newFamilyId() {
    return random(FAMILY_ID_BYTES);
  }

  private String random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return StrictBase64Url.encode(bytes);
  }

  /**
   * The hash under which a token is stored; null where the text is none. Looked up by an index: how
   * long that takes tells of hashes, from which there is no way to a token.
   */
  @Nullable String hashOf(String token) {
    if (token.length() != TOKEN_LENGTH || StrictBase64Url.decode(token, 0, TOKEN_LENGTH) == null) {
      return null;
    }
    return Sha256.base64Url(token);
  }
}
