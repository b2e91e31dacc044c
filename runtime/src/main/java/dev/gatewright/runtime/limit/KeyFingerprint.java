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
    int blocks = key.length() >>> 3;
    return switch (blocks) {
      case 0 -> none(key);
      case 1 -> one(key);
      case 2 -> two(key);
      default -> many(key, blocks);
    };
  }

  // A method each, as SipHash asks: none contains a call that only some keys need. Each character
  // is read once, for its value and for its width.

  private long none(String key) {
    if (isWide(rest(key, 0))) {
      return wide(key);
    }
    return new SipHash(seed0, seed1).finish(last(key, 0, 8));
  }

  private long one(String key) {
    long a = four(key, 0);
    long b = four(key, 4);
    if (isWide(a | b | rest(key, 8))) {
      return wide(key);
    }
    SipHash hash = new SipHash(seed0, seed1);
    hash.add(narrow(a, b));
    return hash.finish(last(key, 8, 8));
  }

  private long two(String key) {
    long a = four(key, 0);
    long b = four(key, 4);
    long c = four(key, 8);
    long d = four(key, 12);
    if (isWide(a | b | c | d | rest(key, 16))) {
      return wide(key);
    }
    SipHash hash = new SipHash(seed0, seed1);
    hash.add(narrow(a, b));
    hash.add(narrow(c, d));
    return hash.finish(last(key, 16, 8));
  }

  private long many(String key, int blocks) {
    SipHash hash = new SipHash(seed0, seed1);
    long seen = rest(key, blocks << 3);
    for (int i = 0; i < blocks; i++) {
      long a = four(key, i << 3);
      long b = four(key, (i << 3) + 4);
      seen |= a | b;
      hash.add(narrow(a, b));
    }
    long narrow = hash.finish(last(key, blocks << 3, 8));
    return isWide(seen) ? wide(key) : narrow;
  }

  private long wide(String key) {
    SipHash hash = new SipHash(~seed0, ~seed1);
    int blocks = key.length() >>> 2;
    for (int i = 0; i < blocks; i++) {
      hash.add(four(key, i << 2));
    }
    return hash.finish(last(key, blocks << 2, 16));
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

  /** The bytes of eight characters that are not wide. */
  private static long narrow(long four, long nextFour) {
    return narrow(four) | narrow(nextFour) << 32;
  }

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
