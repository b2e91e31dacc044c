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
    // Blocks of four characters; the last, never full, also holds the length; then the finish.
    int blocks = key.length() / 4 + 1;
    for (int i = 0; i <= blocks; i++) {
      boolean finish = i == blocks;
      long block = finish ? 0 : block(key, 4 * i);
      int rounds = finish ? 4 : 2;
      if (finish) {
        v2 ^= 0xff;
      }
      v3 ^= block;
      for (int round = 0; round < rounds; round++) {
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
    int end = Math.min(start + 4, key.length());
    long block = end - start < 4 ? (2L * key.length()) << 56 : 0;
    for (int i = start; i < end; i++) {
      block |= (long) key.charAt(i) << (16 * (i - start));
    }
    return block;
  }
}
