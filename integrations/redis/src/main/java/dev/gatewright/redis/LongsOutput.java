package dev.gatewright.redis;

import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.CommandOutput;
import java.util.Arrays;

/** A script's answer where it is one whole number or a list of them; empty for none. */
final class LongsOutput extends CommandOutput<String, String, long[]> {
  private static final long[] NONE = {};

  private int size;

  LongsOutput() {
    super(StringCodec.ASCII, NONE);
  }

  @Override
  public void multi(int count) {
    output = count > 0 ? new long[count] : NONE;
  }

  @Override
  public void set(long integer) {
    if (size == output.length) {
      output = Arrays.copyOf(output, size + 1);
    }
    output[size++] = integer;
  }
}
