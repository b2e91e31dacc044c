package dev.gatewright.runtime.limit;

import java.security.SecureRandom;

/**
 * A key's text in 64 bits, by {@link SipHash} under a random seed. A client that chooses its own
 * keys cannot aim at another's counters without the seed, nor learn the seed from who shares whose
 * fate. Two keys with one fingerprint, 1 chance in 2^64 for each pair, would be counted together.
 * Immutable.
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

  /** The fingerprint of a key; allocates nothing, if that is ISO-8859-1. */
  long of(String key) {
    return isLatin1(key) ? narrow(key) : wide(key);
  }

  private long narrow(String key) {
    int blocks = key.length() >>> 3;
    long last = last(key, blocks << 3, 8);
    return switch (blocks) {
      case 0 -> none(last);
      case 1 -> one(eight(key, 0), last);
      case 2 -> two(eight(key, 0), eight(key, 8), last);
      default -> many(key, blocks, last);
    };
  }

  // A method each, as SipHash asks: none contains a call that only some keys need.

  private long none(long last) {
    return new SipHash(seed0, seed1).finish(last);
  }

  private long one(long block, long last) {
    SipHash hash = new SipHash(seed0, seed1);
    hash.add(block);
    return hash.finish(last);
  }

  private long two(long block0, long block1, long last) {
    SipHash hash = new SipHash(seed0, seed1);
    hash.add(block0);
    hash.add(block1);
    return hash.finish(last);
  }

  private long many(String key, int blocks, long last) {
    SipHash hash = new SipHash(seed0, seed1);
    for (int i = 0; i < blocks; i++) {
      hash.add(eight(key, i << 3));
    }
    return hash.finish(last);
  }

  private long wide(String key) {
    SipHash hash = new SipHash(~seed0, ~seed1);
    int blocks = key.length() >>> 2;
    for (int i = 0; i < blocks; i++) {
      hash.add(four(key, i << 2, 16));
    }
    return hash.finish(last(key, blocks << 2, 16));
  }

  private static boolean isLatin1(String key) {
    int length = key.length();
    int seen = 0;
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      seen |= anyOfEight(key, i);
    }
    for (; i < length; i++) {
      seen |= key.charAt(i);
    }
    return seen <= 0xff;
  }

  private static long eight(String key, int start) {
    return four(key, start, 8) | four(key, start + 4, 8) << 32;
  }

  private static long four(String key, int start, int bits) {
    return key.charAt(start)
        | (long) key.charAt(start + 1) << bits
        | (long) key.charAt(start + 2) << (2 * bits)
        | (long) key.charAt(start + 3) << (3 * bits);
  }

  private static long last(String key, int start, int bits) {
    long last = ((long) key.length() * bits) << 53;
    for (int i = start, shift = 0; i < key.length(); i++, shift += bits) {
      last |= (long) key.charAt(i) << shift;
    }
    return last;
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
