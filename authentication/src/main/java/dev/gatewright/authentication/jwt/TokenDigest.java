package dev.gatewright.authentication.jwt;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The SHA-256 of a token, by which it is known while its text is forgotten.
 *
 * @param a the first eight bytes
 * @param b the second
 * @param c the third
 * @param d the last
 */
record TokenDigest(long a, long b, long c, long d) {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /** Only ever cloned: that takes no lock, looks no provider up and leaves nothing on threads. */
  private static final MessageDigest EMPTY = sha256();

  static TokenDigest of(byte[] token) {
    byte[] hash = fresh().digest(token);
    return new TokenDigest(
        (long) LONGS.get(hash, 0),
        (long) LONGS.get(hash, 8),
        (long) LONGS.get(hash, 16),
        (long) LONGS.get(hash, 24));
  }

  private static MessageDigest fresh() {
    try {
      return (MessageDigest) EMPTY.clone();
    } catch (CloneNotSupportedException e) {
      // Another provider's may not be cloneable.
      return sha256();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
