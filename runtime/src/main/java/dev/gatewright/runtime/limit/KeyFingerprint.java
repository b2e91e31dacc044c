package dev.gatewright.runtime.limit;

import java.security.SecureRandom;

/**
 * SipHash-1-3 of a key's text under a random 128-bit seed (Aumasson and Bernstein, 2012): a
 * pseudorandom function, in the variant for hash tables. A client that chooses its own keys cannot
 * aim at another's counters without the seed, nor learn the seed from who shares whose fate. Two
 * keys with one fingerprint, 1 chance in 2^64 for each pair, would be counted together. Immutable.
 *
 * <p>The text is read as ISO-8859-1, one byte a character, where that can hold it, otherwise as
 * UTF-16LE and under another seed.
 */
final class KeyFingerprint {

  /** Bits that no character of ISO-8859-1 has. */
  private static final int BEYOND_LATIN_1 = 0xff00;

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
    return hash(key, false, seed0, seed1);
  }

  private static long hash(String key, boolean wide, long seed0, long seed1) {
    long v0 = seed0 ^ 0x736f6d6570736575L;
    long v1 = seed1 ^ 0x646f72616e646f6dL;
    long v2 = seed0 ^ 0x6c7967656e657261L;
    long v3 = seed1 ^ 0x7465646279746573L;
    int length = key.length();
    int charactersPerBlock = wide ? 4 : 8;
    int bitsPerCharacter = wide ? 16 : 8;
    int seen = 0;
    int i = 0;
    for (; i + charactersPerBlock <= length; i += charactersPerBlock) {
      long block = wide ? four(key, i, 16) : four(key, i, 8) | four(key, i + 4, 8) << 32;
      seen |= wide ? 0 : anyOfEight(key, i);
      v3 ^= block;
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
      v0 ^= block;
    }
    // The last block, never full, also holds the number of bytes.
    long block = ((long) length * bitsPerCharacter) << 53;
    for (int shift = 0; i < length; i++, shift += bitsPerCharacter) {
      seen |= key.charAt(i);
      block |= (long) key.charAt(i) << shift;
    }
    if (!wide && (seen & BEYOND_LATIN_1) != 0) {
      // Bytes of one kind of text may equal those of the other: they never meet under one seed.
      return hash(key, true, ~seed0, ~seed1);
    }
    v3 ^= block;
    // One round for it, and three to finish.
    for (int round = 0; round < 4; round++) {
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
      if (round == 0) {
        v0 ^= block;
        v2 ^= 0xff;
      }
    }
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private static long four(String key, int start, int bits) {
    return key.charAt(start)
        | (long) key.charAt(start + 1) << bits
        | (long) key.charAt(start + 2) << (2 * bits)
        | (long) key.charAt(start + 3) << (3 * bits);
  }

  private static int anyOfEight(String key, int start) {
    return key.charAt(start)
        | key.charAt(start + 1)
        | key.charAt(start + 2)
        | key.charAt(start + 3)
        | key.charAt(start + 4)
        | key.charAt(start + 5)
        | key.charAt(start + 6)
        | key.charAt(start + 7);
  }
}
