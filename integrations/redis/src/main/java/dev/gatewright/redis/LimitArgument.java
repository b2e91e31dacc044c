package dev.gatewright.redis;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A limit as the scripts read it: its kind, and numbers as doubles, lowest byte first. All in one
 * argument, as Redis and Lua take time for each. Not thread-safe.
 */
final class LimitArgument {

  /** The shape and a pair. */
  private static final int NUMBERS = 3;

  private final ByteBuffer bytes;

  /**
   * Starts with the kind; the shape, and what the limit holds, come next.
   *
   * @param pairs how many are to follow these
   */
  LimitArgument(char kind, int pairs) {
    bytes = ByteBuffer.allocate(1 + (NUMBERS + 2 * pairs) * Double.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).put((byte) kind);
  }

  /** Adds a number, rounded where a double cannot hold it. */
  LimitArgument add(long number) {
    bytes.putDouble((double) number);
    return this;
  }

  /** What was added, once it is as much as was announced. */
  byte[] bytes() {
    return bytes.array();
  }
}
