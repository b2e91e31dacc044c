package dev.gatewright.authentication.jwk;

import dev.gatewright.authentication.strict.Claims;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.authentication.strict.StrictBase64Url;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;

/** A point of an elliptic curve (RFC 7518, section 6.2.1). */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EcParameters(Curve curve, byte[] x, byte[] y) implements KeyParameters {

  /** The curves of ES256, ES384 and ES512. */
  enum Curve {
    P256("P-256", "secp256r1", 32),
    P384("P-384", "secp384r1", 48),
    P521("P-521", "secp521r1", 66);

    private final String name;
    private final String jcaName;
    private final int coordinateBytes;

    Curve(String name, String jcaName, int coordinateBytes) {
      this.name = name;
      this.jcaName = jcaName;
      this.coordinateBytes = coordinateBytes;
    }

    static Curve named(String name) throws InvalidCredentialException {
      for (Curve curve : values()) {
        if (curve.name.equals(name)) {
          return curve;
        }
      }
      throw new InvalidCredentialException("its 'crv' is not P-256, P-384 or P-521");
    }

    ECParameterSpec parameters() {
      try {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(jcaName));
        return parameters.getParameterSpec(ECParameterSpec.class);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("This Java platform lacks the curve " + jcaName, e);
      }
    }
  }

  static EcParameters read(Claims members) throws InvalidCredentialException {
    Curve curve = Curve.named(members.requiredText("crv"));
    return new EcParameters(
        curve, coordinate(members, "x", curve), coordinate(members, "y", curve));
  }

  /** As long as the curve's field, leading zeros included. */
  private static byte[] coordinate(Claims members, String name, Curve curve)
      throws InvalidCredentialException {
    byte[] bytes = KeyParameters.bytes(members, name);
    if (bytes.length != curve.coordinateBytes) {
      throw new InvalidCredentialException(
          "its '" + name + "' is not of " + curve.coordinateBytes + " bytes");
    }
    return bytes;
  }

  @Override
  public PublicKey publicKey() throws InvalidCredentialException {
    ECPoint point = new ECPoint(new BigInteger(1, x), new BigInteger(1, y));
    return KeyParameters.generate("EC", new ECPublicKeySpec(point, curve.parameters()));
  }

  @Override
  public String thumbprintInput() {
    return "{\"crv\":\""
        + curve.name
        + "\",\"kty\":\"EC\",\"x\":\""
        + StrictBase64Url.encode(x)
        + "\",\"y\":\""
        + StrictBase64Url.encode(y)
        + "\"}";
  }
}
