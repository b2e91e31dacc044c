package dev.gatewright.authentication.jwt;

import dev.gatewright.runtime.option.InvalidOptionException;
import java.security.Key;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key that tokens are verified with, and the one algorithm it is for: a token that names another
 * is refused. Immutable; its text form holds nothing of the key.
 *
 * @param keyId the {@code kid} of tokens signed with it; null where tokens carry none
 * @param algorithm the only algorithm it verifies
 * @param key a secret key for HS algorithms, else a public key
 */
public record VerificationKey(@Nullable String keyId, JwtAlgorithm algorithm, Key key) {

  /**
   * Checks type and strength of the key.
   *
   * @throws InvalidOptionException if the key is not fit for the algorithm, or the key id is empty
   */
  public VerificationKey {
    Objects.requireNonNull(algorithm, "algorithm");
    Objects.requireNonNull(key, "key");
    SigningKey.checkKeyId(keyId);
    key = algorithm.keyRequirement().checkedForVerifying(key);
  }

  /** A key for tokens without {@code kid}. */
  public static VerificationKey of(JwtAlgorithm algorithm, Key key) {
    return new VerificationKey(null, algorithm, key);
  }

  /** A key for tokens that carry this {@code kid}. */
  public static VerificationKey of(String keyId, JwtAlgorithm algorithm, Key key) {
    return new VerificationKey(Objects.requireNonNull(keyId, "keyId"), algorithm, key);
  }

  /**
   * A key given as text.
   *
   * @param keyId the {@code kid} of tokens signed with it; null where tokens carry none
   * @param text base64 of the secret for HS algorithms, else a PEM {@code PUBLIC KEY}
   * @throws InvalidOptionException if the text is no such key; the message does not quote it
   */
  public static VerificationKey ofText(
      @Nullable String keyId, JwtAlgorithm algorithm, String text) {
    return new VerificationKey(keyId, algorithm, KeyText.forVerifying(algorithm, text));
  }

  /** Whether a signature over a content is right. Never throws because of either. */
  public boolean verifies(byte[] content, byte[] signature) {
    return algorithm.verify(key, content, signature);
  }

  @Override
  public String toString() {
    return "VerificationKey[keyId=" + keyId + ", algorithm=" + algorithm + "]";
  }
}
