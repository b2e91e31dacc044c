package dev.gatewright.authentication.claim;

import dev.gatewright.authentication.strict.Claims;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.authentication.strict.StrictBase64Url;
import dev.gatewright.runtime.caller.Confirmation;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code cnf} (RFC 7800). Members that are unknown here are ignored beside one that is
 * checked (section 3.1), as {@code kc-jkt-type} beside {@code jkt}; a token that names nothing that
 * is checked here is refused, as it would pass for one that anybody may use.
 */
final class ConfirmationClaim {
  private static final String CERTIFICATE = "x5t#S256";
  private static final String KEY = "jkt";
  private static final int SHA256_BYTES = 32;

  private ConfirmationClaim() {}

  static Confirmation read(Claims claims) throws InvalidCredentialException {
    Claims confirmation = claims.object("cnf");
    if (confirmation == null) {
      return Confirmation.NONE;
    }
    Confirmation read =
        new Confirmation(thumbprint(confirmation, CERTIFICATE), thumbprint(confirmation, KEY));
    if (read.isNone()) {
      throw new InvalidCredentialException(
          "the token's 'cnf' has neither '" + CERTIFICATE + "' nor '" + KEY + "'");
    }
    return read;
  }

  private static @Nullable String thumbprint(Claims confirmation, String method)
      throws InvalidCredentialException {
    String text = confirmation.text(method);
    if (text == null) {
      return null;
    }
    byte[] hash = StrictBase64Url.decode(text, 0, text.length());
    if (hash == null || hash.length != SHA256_BYTES) {
      throw new InvalidCredentialException("the token's 'cnf' holds what is no thumbprint");
    }
    return text;
  }
}
