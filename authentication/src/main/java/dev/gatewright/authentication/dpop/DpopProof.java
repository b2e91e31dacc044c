package dev.gatewright.authentication.dpop;

import dev.gatewright.authentication.jwk.JsonWebKey;
import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.authentication.jwt.VerificationKey;
import dev.gatewright.authentication.strict.Claims;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.authentication.strict.StrictBase64Url;
import dev.gatewright.authentication.strict.StrictJson;
import dev.gatewright.runtime.option.InvalidOptionException;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Set;

/**
 * A DPoP proof (RFC 9449, section 4.2), taken apart but not verified.
 *
 * @param key the key it brings, which must have signed it
 * @param thumbprint base64url of that key's SHA-256 thumbprint (RFC 7638)
 * @param signingInput what was signed
 * @param payload not to be read before the signature is verified
 * @param signature the signature
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DpopProof(
    VerificationKey key, String thumbprint, byte[] signingInput, byte[] payload, byte[] signature) {

  /** Longest proof that is read, in bytes. */
  static final int MAX_LENGTH = 8_192;

  private static final String TYPE = "dpop+jwt";

  /** What would change how a proof is read, or bring another key. */
  private static final List<String> REFUSED =
      List.of("crit", "b64", "zip", "enc", "jku", "x5u", "x5c", "cty");

  /**
   * What strangers bring costs its size to verify: within these bounds an RSA signature costs no
   * more than one on a curve.
   */
  private static final int MAX_RSA_BITS = 4_096;

  private static final int MAX_RSA_EXPONENT_BITS = 32;

  static DpopProof parse(String text, Set<JwtAlgorithm> algorithms)
      throws InvalidCredentialException {
    require(text.length() <= MAX_LENGTH, "the proof is longer than " + MAX_LENGTH + " bytes");
    int first = text.indexOf('.');
    int second = text.indexOf('.', first + 1);
    require(
        first > 0 && second > 0 && text.indexOf('.', second + 1) < 0,
        "the proof has not exactly three segments");
    Claims header =
        new Claims(
            StrictJson.readObject(segment(text, 0, first), "a part of the proof"),
            "the proof's header");
    for (String name : REFUSED) {
      require(!header.has(name), "the proof's header has a '" + name + "' member");
    }
    require(TYPE.equals(header.text("typ")), "the proof's 'typ' is not " + TYPE);
    JwtAlgorithm algorithm = algorithm(header.requiredText("alg"), algorithms);
    Claims members = header.object("jwk");
    if (members == null) {
      throw new InvalidCredentialException("the proof has no 'jwk'");
    }
    JsonWebKey key = JsonWebKey.read(members);
    return new DpopProof(
        verificationKey(key, algorithm),
        key.thumbprint(),
        text.substring(0, second).getBytes(StandardCharsets.US_ASCII),
        segment(text, first + 1, second),
        segment(text, second + 1, text.length()));
  }

  /** The claims, once the signature is verified. */
  Claims verifiedClaims() throws InvalidCredentialException {
    require(key.verifies(signingInput, signature), "the proof's signature is wrong");
    return new Claims(StrictJson.readObject(payload, "a part of the proof"), "the proof");
  }

  private static JwtAlgorithm algorithm(String name, Set<JwtAlgorithm> accepted)
      throws InvalidCredentialException {
    for (JwtAlgorithm algorithm : accepted) {
      if (algorithm.headerValue().equals(name)) {
        return algorithm;
      }
    }
    throw new InvalidCredentialException("the proof's 'alg' is not accepted");
  }

  private static VerificationKey verificationKey(JsonWebKey key, JwtAlgorithm algorithm)
      throws InvalidCredentialException {
    require(
        key.algorithm() == null || algorithm.headerValue().equals(key.algorithm()),
        "the proof's key is for another 'alg'");
    if (key.key() instanceof RSAPublicKey rsa) {
      require(
          rsa.getModulus().bitLength() <= MAX_RSA_BITS
              && rsa.getPublicExponent().bitLength() <= MAX_RSA_EXPONENT_BITS,
          "the proof's RSA key is too long");
    }
    try {
      return VerificationKey.of(algorithm, key.key());
    } catch (InvalidOptionException unfit) {
      throw new InvalidCredentialException("the proof's key is unfit for its 'alg'");
    }
  }

  private static byte[] segment(String text, int start, int end) throws InvalidCredentialException {
    byte[] bytes = StrictBase64Url.decode(text, start, end);
    if (bytes == null) {
      throw new InvalidCredentialException("a segment of the proof is not canonical base64url");
    }
    return bytes;
  }

  private static void require(boolean condition, String reason) throws InvalidCredentialException {
    if (!condition) {
      throw new InvalidCredentialException(reason);
    }
  }

  @Override
  public String toString() {
    return "DpopProof[...]";
  }
}
