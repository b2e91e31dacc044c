package dev.gatewright.challenge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a challenge to work: {@code <challenge>.<counter>}.
 *
 * @param challenge the challenge
 * @param counter a decimal number from 0 to 2^53 - 1, which is what JavaScript can count to,
 *     without leading zeros
 */
record WorkAnswer(WorkChallenge challenge, String counter) {
  private static final int MAX_DIGITS = 16;
  private static final long MAX_COUNTER = (1L << 53) - 1;

  /** Null where the text is no answer. There is one text for an answer. */
  static @Nullable WorkAnswer parse(String text) {
    int length = text.length();
    int start = WorkChallenge.LENGTH + 1;
    if (length <= start || length > start + MAX_DIGITS || text.charAt(start - 1) != '.') {
      return null;
    }
    String counter = text.substring(start);
    if (!isCounter(counter)) {
      return null;
    }
    WorkChallenge challenge = WorkChallenge.parse(text.substring(0, start - 1));
    return challenge == null ? null : new WorkAnswer(challenge, counter);
  }

  private static boolean isCounter(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    boolean leadingZero = text.length() > 1 && text.charAt(0) == '0';
    return !leadingZero && Long.parseLong(text) <= MAX_COUNTER;
  }

  /** How many leading bits of SHA-256(challenge ':' counter) are zero. */
  int leadingZeroBits() {
    int bits = 0;
    for (byte each : hash()) {
      if (each != 0) {
        return bits + Integer.numberOfLeadingZeros(each & 0xff) - 24;
      }
      bits += Byte.SIZE;
    }
    return bits;
  }

  private byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((challenge.text() + ':' + counter).getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
