package dev.gatewright.authentication.jwt;

import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.authentication.strict.Sha256;
import dev.gatewright.authentication.strict.StrictBase64Url;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A signed token in its compact form (RFC 7515, section 7.1), taken apart but not verified.
 *
 * @param header the parsed header
 * @param text the whole token, one byte for each character
 * @param headerLength length of the first segment in bytes
 * @param signedLength length of what was signed, from the start of the text: the first two segments
 *     with the dot between them
 * @param payload the decoded second segment, not to be read before the signature is verified
 * @param signature the decoded third segment
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CompactJws(
    JwtHeader header,
    byte[] text,
    int headerLength,
    int signedLength,
    byte[] payload,
    byte[] signature) {

  static CompactJws parse(String token, int maxLength) throws InvalidCredentialException {
    return parse(token, bytes(token, maxLength), new KnownHeaders());
  }

  /** The token's bytes. */
  static byte[] bytes(String token, int maxLength) throws InvalidCredentialException {
    if (token.isEmpty()) {
      throw new InvalidCredentialException("the token is empty");
    }
    if (token.length() > maxLength) {
      throw new InvalidCredentialException("the token is longer than " + maxLength + " bytes");
    }
    // What has no place in ISO 8859-1 becomes '?', which no segment may hold.
    return token.getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * Takes a token apart.
   *
   * @param text the token's {@link #bytes}
   * @param headers spare parsing those they have
   */
  static CompactJws parse(String token, byte[] text, KnownHeaders headers)
      throws InvalidCredentialException {
    int first = token.indexOf('.');
    int second = token.indexOf('.', first + 1);
    if (first < 0 || second < 0 || token.indexOf('.', second + 1) >= 0) {
      throw new InvalidCredentialException("the token has not exactly three segments");
    }
    JwtHeader header = headers.find(text, first);
    if (header == null) {
      header = JwtHeader.parse(decoded(text, 0, first));
    }
    return new CompactJws(
        header,
        text,
        first,
        second,
        decoded(text, first + 1, second),
        decoded(text, second + 1, text.length));
  }

  private static byte[] decoded(byte[] text, int start, int end) throws InvalidCredentialException {
    byte @Nullable [] bytes = StrictBase64Url.decode(text, start, end);
    if (bytes == null) {
      throw new InvalidCredentialException("a segment of the token is not canonical base64url");
    }
    return bytes;
  }

  /**
   * A name for a token that has none: the hash of what was signed, as one ECDSA signature can be
   * rewritten into another that is as valid.
   */
  String fingerprint() {
    return "sha256:" + Sha256.base64Url(Arrays.copyOf(text, signedLength));
  }

  @Override
  public String toString() {
    return "CompactJws[...]";
  }
}
