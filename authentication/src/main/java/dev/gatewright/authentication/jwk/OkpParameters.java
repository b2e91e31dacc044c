package dev.gatewright.authentication.jwk;

import dev.gatewright.authentication.strict.Claims;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.authentication.strict.StrictBase64Url;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;

/** An Ed25519 key (RFC 8037, section 2; RFC 8032, section 5.1.2). */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OkpParameters(byte[] x) implements KeyParameters {
  private static final int BYTES = 32;

  static OkpParameters read(Claims members) throws InvalidCredentialException {
    if (!members.requiredText("crv").equals("Ed25519")) {
      throw new InvalidCredentialException("its 'crv' is not Ed25519");
    }
    byte[] x = KeyParameters.bytes(members, "x");
    if (x.length != BYTES) {
      throw new InvalidCredentialException("its 'x' is not of " + BYTES + " bytes");
    }
    return new OkpParameters(x);
  }

  /** The bytes are y, the least significant first, with the sign of x in the last bit. */
  @Override
  public PublicKey publicKey() throws InvalidCredentialException {
    byte[] bigEndian = new byte[BYTES];
    for (int i = 0; i < BYTES; i++) {
      bigEndian[i] = x[BYTES - 1 - i];
    }
    boolean xOdd = (bigEndian[0] & 0x80) != 0;
    bigEndian[0] &= 0x7f;
    EdECPoint point = new EdECPoint(xOdd, new BigInteger(1, bigEndian));
    return KeyParameters.generate(
        "Ed25519", new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
  }

  @Override
  public String thumbprintInput() {
    return "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + StrictBase64Url.encode(x) + "\"}";
  }
}
