package dev.gatewright.redis;

import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.secret.SecretValue;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands in Redis for a name that may be a person's or an address: 128 bits of HMAC-SHA256
 * under a secret. Who reads Redis, or a copy of it, can neither tell nor try out whose counters
 * they are. Immutable.
 */
final class KeyFingerprint {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 16;
  private static final int MIN_SECRET_BYTES = 16;

  /** Never used itself, only copied: a Mac serves one thread. */
  private final Mac prepared;

  /**
   * Fingerprints.
   *
   * @throws InvalidOptionException if the secret is shorter than 16 bytes
   */
  KeyFingerprint(SecretValue secret) {
    byte[] key = secret.text().getBytes(StandardCharsets.UTF_8);
    if (key.length < MIN_SECRET_BYTES) {
      throw new InvalidOptionException(
          "fingerprintSecret",
          "is shorter than " + MIN_SECRET_BYTES + " bytes",
          "use 32 random bytes in base64, the same for all instances");
    }
    try {
      prepared = Mac.getInstance(ALGORITHM);
      prepared.init(new SecretKeySpec(key, ALGORITHM));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  /** 22 characters that stand for the text. */
  String of(String text) {
    byte[] hash = copy().doFinal(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
  }

  /** 22 characters that stand for the kind and a pair; the length keeps pairs apart. */
  String of(char kind, String first, String second) {
    return of(kind + "|" + first.length() + "|" + first + second);
  }

  private Mac copy() {
    try {
      return (Mac) prepared.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("The JDK's " + ALGORITHM + " can be copied", e);
    }
  }
}
