package dev.gatewright.sample.login;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Computes one-time codes as authenticator apps do (RFC 6238: SHA-1, 6 digits, 30 seconds). */
public final class OneTimeCode {
  private static final String ALGORITHM = "HmacSHA1";
  private static final int STEP_SECONDS = 30;
  private static final int MODULUS = 1_000_000;

  private OneTimeCode() {}

  /** Returns the number of the time step that an instant lies in. */
  public static long step(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), STEP_SECONDS);
  }

  /**
   * Computes the code of one time step.
   *
   * @param secret the key, in hexadecimal
   * @return six digits
   */
  public static String at(long step, String secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret), ALGORITHM));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      // Dynamic truncation: the last four bits say where to read 31 bits (RFC 4226, section 5.3).
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
      String digits = Integer.toString(MODULUS + number % MODULUS);
      return digits.substring(1);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /**
   * Finds the time step of a code: this one, the one before or the one after, as clocks differ.
   * Takes the same time whether the code fits or not.
   *
   * @return the step, or -1 if it is none of the three
   */
  static long stepOf(String code, String secret, Instant now) {
    byte[] given = code.getBytes(StandardCharsets.UTF_8);
    long current = step(now);
    long found = -1;
    for (long step = current - 1; step <= current + 1; step++) {
      byte[] expected = at(step, secret).getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(expected, given)) {
        found = step;
      }
    }
    return found;
  }
}
