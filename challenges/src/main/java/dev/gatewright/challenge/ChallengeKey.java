package dev.gatewright.challenge;

import dev.gatewright.runtime.challenge.ChallengeSubject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One secret under which challenges are signed. Immutable and thread-safe. */
final class ChallengeKey {
  static final int SIGNATURE_BYTES = 32;
  static final int BINDING_BYTES = 16;

  private static final String ALGORITHM = "HmacSHA256";

  /** What is computed of one key for two purposes must never be the same. */
  private static final byte SIGNATURE = 1;

  private static final byte BINDING = 2;

  private final SecretKeySpec key;

  ChallengeKey(byte[] bytes) {
    key = new SecretKeySpec(bytes, ALGORITHM);
  }

  /** Of the first bytes of a challenge. */
  byte[] signature(byte[] challenge, int length) {
    Mac mac = mac();
    mac.update(SIGNATURE);
    mac.update(challenge, 0, length);
    return mac.doFinal();
  }

  /**
   * Whom a challenge is for. Keyed, so that a challenge that somebody sees tells nothing of an
   * address or a caller. Each part comes after its length: no two subjects are the same text.
   */
  byte[] binding(ChallengeSubject subject) {
    Mac mac = mac();
    mac.update(BINDING);
    for (String part : new String[] {subject.limitId(), subject.key(), subject.clientAddress()}) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      for (int shift = 24; shift >= 0; shift -= 8) {
        mac.update((byte) (bytes.length >>> shift));
      }
      mac.update(bytes);
    }
    return Arrays.copyOf(mac.doFinal(), BINDING_BYTES);
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java platform lacks " + ALGORITHM, e);
    }
  }
}
