package dev.gatewright.runtime.limit;

import java.security.SecureRandom;

/**
 * SipHash-2-4 of a key's UTF-16LE text under a random 128-bit seed (Aumasson and Bernstein, 2012).
 * A client that chooses its own keys cannot aim at another's counters without the seed. Two keys
 * with one fingerprint, 1 chance in 2^64 for each pair, would be counted together. Immutable.
 */
final class KeyFingerprint {
  private final long seed0;
  private final long seed1;

  KeyFingerprint(long seed0, long seed1) {
    this.seed0 = seed0;
    this.seed1 = seed1;
  }

  static KeyFingerprint random() {
    SecureRandom random = new SecureRandom();
    return new KeyFingerprint(random.nextLong(), random.nextLong());
  }

  /** The fingerprint of a key; allocates nothing. */
  long of(String key) {
    long v0 = seed0 ^ 0x736f6d6570736575L;
    long v1 = seed1 ^ 0x646f72616e646f6dL;
    long v2 = seed0 ^ 0x6c7967656e657261L;
    long v3 = seed1 ^ 0x7465646279746573L;
    // Two rounds for each block of four characters, the last of which, never full, also holds the
    // length; then four rounds, as two blocks of nothing, to finish.
    int blocks = key.length() / 4 + 1;
    for (int i = 0; i < blocks + 2; i++) {
      long block = i < blocks ? block(key, 4 * i) : 0;
      if (i == blocks) {
        v2 ^= 0xff;
      }
      v3 ^= block;
      for (int round = 0; round < 2; round++) {
        v0 += v1;
        v2 += v3;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v1;
        v0 += v3;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 = Long.rotateLeft(v2, 32);
      }
      v0 ^= block;
    }
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private static long block(String key, int start) {
    int length = key.length();
    if (length - start >= 4) {
      return key.charAt(start)
          | (long) key.charAt(start + 1) << 16
          | (long) key.charAt(start + 2) << 32
          | (long) key.charAt(start + 3) << 48;
    }
    long block = (2L * length) << 56;
    for (int i = start; i < length; i++) {
      block |= (long) key.charAt(i) << (16 * (i - start));
    }
    return block;
  }
}
