package dev.gatewright.runtime.auth.jwt;

import dev.gatewright.runtime.strict.InvalidCredentialException;
import dev.gatewright.runtime.strict.StrictBase64Url;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * A signed token in its compact form (RFC 7515, section 7.1), taken apart but not verified.
 *
 * @param header the parsed header
 * @param signingInput what was signed: the first two segments with the dot between them
 * @param payload the decoded second segment, not to be read before the signature is verified
 * @param signature the decoded third segment
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CompactJws(JwtHeader header, byte[] signingInput, byte[] payload, byte[] signature) {

  static CompactJws parse(String token, int maxLength) throws InvalidCredentialException {
    if (token.isEmpty()) {
      throw new InvalidCredentialException("the token is empty");
    }
    if (token.length() > maxLength) {
      throw new InvalidCredentialException("the token is longer than " + maxLength + " bytes");
    }
    int first = token.indexOf('.');
    int second = token.indexOf('.', first + 1);
    if (first < 0 || second < 0 || token.indexOf('.', second + 1) >= 0) {
      throw new InvalidCredentialException("the token has not exactly three segments");
    }
    byte[] header = decoded(StrictBase64Url.decode(token, 0, first));
    byte[] payload = decoded(StrictBase64Url.decode(token, first + 1, second));
    byte[] signature = decoded(StrictBase64Url.decode(token, second + 1, token.length()));
    return new CompactJws(
        JwtHeader.parse(header),
        token.substring(0, second).getBytes(StandardCharsets.US_ASCII),
        payload,
        signature);
  }

  private static byte[] decoded(byte @Nullable [] segment) throws InvalidCredentialException {
    if (segment == null) {
      throw new InvalidCredentialException("a segment of the token is not canonical base64url");
    }
    return segment;
  }

  /**
   * A name for a token that has none: the hash of what was signed, as one ECDSA signature can be
   * rewritten into another that is as valid.
   */
  String fingerprint() {
    try {
      return "sha256:"
          + StrictBase64Url.encode(MessageDigest.getInstance("SHA-256").digest(signingInput));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "CompactJws[...]";
  }
}
