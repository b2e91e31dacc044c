package dev.gatewright.issuing;

import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.authentication.jwt.VerificationKey;
import dev.gatewright.authentication.jwt.VerificationKeys;
import dev.gatewright.authentication.strict.StrictBase64Url;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.Key;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes public keys as a JWK set (RFC 7517, section 5; RFC 7518, section 6; RFC 8037, section 2),
 * for other services to verify tokens with. Secret keys are left out: who can verify with one can
 * sign with it.
 */
public final class PublicJwkSet {

  /** The media type of the text (RFC 7517, section 8.5.2). */
  public static final String MEDIA_TYPE = "application/jwk-set+json";

  private static final int ED25519_BYTES = 32;
  private static final JsonFactory FACTORY = new JsonFactory();

  private PublicJwkSet() {}

  /** The JSON text of these keys; without any key where all are secret. */
  public static String json(VerificationKeys keys) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeName("keys");
      json.writeStartArray();
      for (VerificationKey key : keys.all()) {
        write(json, key);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  /** Names what is written, so that a kind of key unknown here is left out, not given away. */
  private static void write(JsonGenerator json, VerificationKey verification) {
    Key key = verification.key();
    if (key instanceof RSAPublicKey rsa) {
      start(json, verification, "RSA");
      json.writeStringProperty("n", unsigned(rsa.getModulus(), 0));
      json.writeStringProperty("e", unsigned(rsa.getPublicExponent(), 0));
      json.writeEndObject();
    } else if (key instanceof ECPublicKey ec) {
      int bytes = (ec.getParams().getCurve().getField().getFieldSize() + 7) / 8;
      start(json, verification, "EC");
      json.writeStringProperty("crv", curve(verification.algorithm()));
      json.writeStringProperty("x", unsigned(ec.getW().getAffineX(), bytes));
      json.writeStringProperty("y", unsigned(ec.getW().getAffineY(), bytes));
      json.writeEndObject();
    } else if (key instanceof EdECPublicKey edwards) {
      start(json, verification, "OKP");
      json.writeStringProperty("crv", "Ed25519");
      json.writeStringProperty("x", point(edwards));
      json.writeEndObject();
    }
  }

  private static void start(JsonGenerator json, VerificationKey key, String type) {
    json.writeStartObject();
    json.writeStringProperty("kty", type);
    json.writeStringProperty("use", "sig");
    json.writeStringProperty("alg", key.algorithm().headerValue());
    String keyId = key.keyId();
    if (keyId != null) {
      json.writeStringProperty("kid", keyId);
    }
  }

  private static String curve(JwtAlgorithm algorithm) {
    return switch (algorithm) {
      case ES256 -> "P-256";
      case ES384 -> "P-384";
      case ES512 -> "P-521";
      default -> throw new IllegalStateException(algorithm + " is not on a curve");
    };
  }

  /** Big-endian without sign, at least so many bytes. */
  private static String unsigned(BigInteger number, int leastBytes) {
    byte[] signed = number.toByteArray();
    int from = signed.length > 1 && signed[0] == 0 ? 1 : 0;
    int length = Math.max(leastBytes, signed.length - from);
    byte[] unsigned = new byte[length];
    System.arraycopy(signed, from, unsigned, length - (signed.length - from), signed.length - from);
    return StrictBase64Url.encode(unsigned);
  }

  /** y little-endian, with the lowest bit of x on top (RFC 8032, section 5.1.2). */
  private static String point(EdECPublicKey key) {
    byte[] bigEndian = key.getPoint().getY().toByteArray();
    byte[] point = new byte[ED25519_BYTES];
    for (int i = 0; i < ED25519_BYTES && i < bigEndian.length; i++) {
      point[i] = bigEndian[bigEndian.length - 1 - i];
    }
    if (key.getPoint().isXOdd()) {
      point[ED25519_BYTES - 1] |= (byte) 0x80;
    }
    return StrictBase64Url.encode(point);
  }
}
