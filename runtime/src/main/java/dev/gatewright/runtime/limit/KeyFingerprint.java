package dev.gatewright.runtime.limit;

import java.security.SecureRandom;

/**
 * A key's text in 64 bits, by SipHash (Aumasson and Bernstein, 2012) under a random seed, in the
 * variant for hash tables. A client that chooses its own keys cannot aim at another's counters
 * without the seed, nor learn the seed from who shares whose fate. Two keys with one fingerprint, 1
 * chance in 2^64 for each pair, would be counted together. Immutable.
 *
 * <p>The text is read as ISO-8859-1, one byte a character, where that can hold it, otherwise as
 * UTF-16LE and under another seed: bytes of one kind of text may equal those of the other, and so
 * never meet under one seed.
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
    return hash(seed0, seed1, key, true);
  }

  /**
   * SipHash-1-3: a round a block, and three that close. All in one loop on four local numbers: an
   * object for them would be memory unless the compiler does away with it, which it does not
   * always.
   */
  private static long hash(long seed0, long seed1, String key, boolean narrow) {
    long v0 = seed0 ^ 0x736f6d6570736575L;
    long v1 = seed1 ^ 0x646f72616e646f6dL;
    long v2 = seed0 ^ 0x6c7967656e657261L;
    long v3 = seed1 ^ 0x7465646279746573L;
    int charactersLog2 = narrow ? 3 : 2;
    int blocks = key.length() >>> charactersLog2;
    int restAt = blocks << charactersLog2;
    long seen = rest(key, restAt);
    for (int i = 0; i < blocks + 4; i++) {
      long block = 0;
      if (i < blocks && narrow) {
        long first = four(key, i << 3);
        long second = four(key, (i << 3) + 4);
        seen |= first | second;
        block = narrow(first) | narrow(second) << 32;
      } else if (i < blocks) {
        block = four(key, i << 2);
      } else if (i == blocks) {
        block = last(key, restAt, narrow ? 8 : 16);
      } else if (i == blocks + 1) {
        v2 ^= 0xff;
      }
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
    return narrow && isWide(seen) ? hash(~seed0, ~seed1, key, false) : v0 ^ v1 ^ v2 ^ v3;
  }

  /** Four characters, the first of them lowest. */
  private static long four(String key, int start) {
    return key.charAt(start)
        | (long) key.charAt(start + 1) << 16
        | (long) key.charAt(start + 2) << 32
        | (long) key.charAt(start + 3) << 48;
  }

  /** All characters from a place on, laid over each other. */
  private static long rest(String key, int start) {
    long seen = 0;
    for (int i = start; i < key.length(); i++) {
      seen |= key.charAt(i);
    }
    return seen;
  }

  /** Whether one of four characters is more than ISO-8859-1 can hold. */
  private static boolean isWide(long four) {
    return (four & 0xff00_ff00_ff00_ff00L) != 0;
  }

  /** The bytes of four characters that are not wide. */
  private static long narrow(long four) {
    long pairs = (four | four >>> 8) & 0x0000_ffff_0000_ffffL;
    return (pairs | pairs >>> 16) & 0xffff_ffffL;
  }

  private static long last(String key, int start, int bits) {
    long last = ((long) key.length() * bits) << 53;
    for (int i = start, shift = 0; i < key.length(); i++, shift += bits) {
      last |= (long) key.charAt(i) << shift;
    }
    return last;
  }
}
