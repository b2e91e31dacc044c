package dev.gatewright.runtime.auth;

import java.nio.charset.StandardCharsets;
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

  static CompactJws parse(String token, int maxLength) throws InvalidTokenException {
    if (token.isEmpty()) {
      throw new InvalidTokenException("the token is empty");
    }
    if (token.length() > maxLength) {
      throw new InvalidTokenException("the token is longer than " + maxLength + " bytes");
    }
    int first = token.indexOf('.');
    int second = token.indexOf('.', first + 1);
    if (first < 0 || second < 0 || token.indexOf('.', second + 1) >= 0) {
      throw new InvalidTokenException("the token has not exactly three segments");
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

  private static byte[] decoded(byte @Nullable [] segment) throws InvalidTokenException {
    if (segment == null) {
      throw new InvalidTokenException("a segment of the token is not canonical base64url");
    }
    return segment;
  }

  @Override
  public String toString() {
    return "CompactJws[...]";
  }
}
