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
    int length = key.length();
    int rounds = 2;
    // Blocks of four characters; the last holds the rest and the length in bytes; then the finish.
    for (int start = 0; rounds != 0; start += 4) {
      long block = 0;
      if (start > length) {
        v2 ^= 0xff;
        rounds = 4;
      } else {
        block = block(key, start, length);
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
      rounds = rounds == 4 ? 0 : 2;
    }
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private static long block(String key, int start, int length) {
    int end = Math.min(start + 4, length);
    long block = end - start < 4 ? (long) (length * 2) << 56 : 0;
    for (int i = start; i < end; i++) {
      block |= (long) key.charAt(i) << (16 * (i - start));
    }
    return block;
  }
}
