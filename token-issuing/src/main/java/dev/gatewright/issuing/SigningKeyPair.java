package dev.gatewright.issuing;

import dev.gatewright.authentication.jwt.JwtAlgorithm;
import dev.gatewright.authentication.jwt.SigningKey;
import dev.gatewright.authentication.jwt.VerificationKey;
import dev.gatewright.runtime.option.InvalidOptionException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Objects;
import javax.crypto.SecretKey;

/**
 * A key that tokens are signed with, and the one they are verified with. Immutable; its text form
 * holds nothing of the keys.
 *
 * @param signing signs; has a {@code kid}
 * @param verification verifies what it signs; has the same {@code kid}
 */
public record SigningKeyPair(SigningKey signing, VerificationKey verification) {
  private static final byte[] PROBE = "probe".getBytes(StandardCharsets.US_ASCII);

  /**
   * Checks that the keys belong together.
   *
   * @throws InvalidOptionException if they do not, or have no {@code kid}
   */
  public SigningKeyPair {
    if (signing.keyId() == null || !signing.keyId().equals(verification.keyId())) {
      throw new InvalidOptionException(
          "keyId",
          "is missing, or is not the same for both keys",
          "give both the same id, and every pair another");
    }
    if (signing.algorithm() != verification.algorithm()
        || !verification.verifies(PROBE, signing.sign(PROBE))) {
      throw new InvalidOptionException(
          "key", "does not verify what its other half signs", "give both halves of one pair");
    }
  }

  /**
   * A pair of asymmetric keys.
   *
   * @throws InvalidOptionException if the keys are not fit for the algorithm
   */
  public static SigningKeyPair of(String keyId, JwtAlgorithm algorithm, KeyPair pair) {
    return new SigningKeyPair(
        SigningKey.of(keyId, algorithm, pair.getPrivate()),
        VerificationKey.of(keyId, algorithm, pair.getPublic()));
  }

  /**
   * A secret that both signs and verifies.
   *
   * @throws InvalidOptionException if the secret is not fit for the algorithm
   */
  public static SigningKeyPair of(String keyId, JwtAlgorithm algorithm, SecretKey secret) {
    return new SigningKeyPair(
        SigningKey.of(keyId, algorithm, secret), VerificationKey.of(keyId, algorithm, secret));
  }

  /**
   * A pair given as text.
   *
   * @param privateKey a PEM {@code PRIVATE KEY} (PKCS #8), or base64 of the secret for HS
   *     algorithms
   * @param publicKey a PEM {@code PUBLIC KEY}, or the same base64
   * @throws InvalidOptionException if one is no such key; the message does not quote it
   */
  public static SigningKeyPair ofText(
      String keyId, JwtAlgorithm algorithm, String privateKey, String publicKey) {
    Objects.requireNonNull(keyId, "keyId");
    return new SigningKeyPair(
        SigningKey.ofText(keyId, algorithm, privateKey),
        VerificationKey.ofText(keyId, algorithm, publicKey));
  }

  String keyId() {
    return Objects.requireNonNull(signing.keyId());
  }
}
