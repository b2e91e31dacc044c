package dev.gatewright.runtime.limit;

/**
 * SipHash-1-3 (Aumasson and Bernstein, 2012): a pseudorandom function, in the variant for hash
 * tables. For one text, and not thread-safe.
 *
 * <p>Takes no memory where it does not leave a method that calls each of its methods at every run:
 * those calls are always inlined, and the four numbers stay in registers.
 */
final class SipHash {
  private long v0;
  private long v1;
  private long v2;
  private long v3;

  /** Starts under a 128-bit key. */
  SipHash(long key0, long key1) {
    v0 = key0 ^ 0x736f6d6570736575L;
    v1 = key1 ^ 0x646f72616e646f6dL;
    v2 = key0 ^ 0x6c7967656e657261L;
    v3 = key1 ^ 0x7465646279746573L;
  }

  /** Eight more bytes, the first of them lowest. */
  void add(long block) {
    v3 ^= block;
    round();
    v0 ^= block;
  }

  /**
   * The hash.
   *
   * @param last fewer than eight bytes since the last eight, and the number of all in the highest
   */
  long finish(long last) {
    add(last);
    v2 ^= 0xff;
    round();
    round();
    round();
    return v0 ^ v1 ^ v2 ^ v3;
  }

  private void round() {
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
}
