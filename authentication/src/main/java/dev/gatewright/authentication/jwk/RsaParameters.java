package dev.gatewright.authentication.jwk;

import dev.gatewright.authentication.strict.Claims;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.authentication.strict.StrictBase64Url;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;

/** RSA (RFC 7518, section 6.3.1). */
record RsaParameters(BigInteger modulus, BigInteger exponent) implements KeyParameters {

  static RsaParameters read(Claims members) throws InvalidCredentialException {
    return new RsaParameters(unsigned(members, "n"), unsigned(members, "e"));
  }

  /** Base64urlUInt (RFC 7518, section 2), which has no leading zero. */
  private static BigInteger unsigned(Claims members, String name)
      throws InvalidCredentialException {
    byte[] bytes = KeyParameters.bytes(members, name);
    if (bytes.length == 0 || bytes[0] == 0) {
      throw new InvalidCredentialException("its '" + name + "' is zero or starts with zeros");
    }
    return new BigInteger(1, bytes);
  }

  @Override
  public PublicKey publicKey() throws InvalidCredentialException {
    return KeyParameters.generate("RSA", new RSAPublicKeySpec(modulus, exponent));
  }

  @Override
  public String thumbprintInput() {
    return "{\"e\":\"" + text(exponent) + "\",\"kty\":\"RSA\",\"n\":\"" + text(modulus) + "\"}";
  }

  private static String text(BigInteger number) {
    byte[] signed = number.toByteArray();
    int start = signed[0] == 0 ? 1 : 0;
    return StrictBase64Url.encode(Arrays.copyOfRange(signed, start, signed.length));
  }
}
