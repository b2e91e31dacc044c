package dev.gatewright.authentication.jwt;

import dev.gatewright.runtime.option.InvalidOptionException;
import java.security.Key;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key that tokens are signed with. Immutable; its text form holds nothing of the key.
 *
 * @param keyId goes into the tokens' {@code kid} header; null leaves it out
 * @param algorithm the algorithm
 * @param key a secret key for HS algorithms, else a private key
 */
public record SigningKey(@Nullable String keyId, JwtAlgorithm algorithm, Key key) {
  private static final int MAX_KEY_ID_LENGTH = 256;

  /**
   * Checks type and strength of the key.
   *
   * @throws InvalidOptionException if the key is not fit for the algorithm, or the key id is empty
   */
  public SigningKey {
    Objects.requireNonNull(algorithm, "algorithm");
    Objects.requireNonNull(key, "key");
    checkKeyId(keyId);
    key = algorithm.keyRequirement().checkedForSigning(key);
  }

  /** A key whose tokens carry this {@code kid}. */
  public static SigningKey of(String keyId, JwtAlgorithm algorithm, Key key) {
    return new SigningKey(Objects.requireNonNull(keyId, "keyId"), algorithm, key);
  }

  /**
   * A key given as text.
   *
   * @param keyId goes into the tokens' {@code kid} header; null leaves it out
   * @param text base64 of the secret for HS algorithms, else a PEM {@code PRIVATE KEY} (PKCS #8)
   * @throws InvalidOptionException if the text is no such key; the message does not quote it
   */
  public static SigningKey ofText(@Nullable String keyId, JwtAlgorithm algorithm, String text) {
    return new SigningKey(keyId, algorithm, KeyText.forSigning(algorithm, text));
  }

  /** Signs a content: the algorithm's signature as JWS wants it (RFC 7518, section 3). */
  public byte[] sign(byte[] content) {
    return algorithm.sign(key, content);
  }

  static void checkKeyId(@Nullable String keyId) {
    if (keyId != null && (keyId.isBlank() || keyId.length() > MAX_KEY_ID_LENGTH)) {
      throw new InvalidOptionException(
          "keyId",
          "is blank or longer than " + MAX_KEY_ID_LENGTH + " characters",
          "use a short name, or none");
    }
  }

  @Override
  public String toString() {
    return "SigningKey[keyId=" + keyId + ", algorithm=" + algorithm + "]";
  }
}
