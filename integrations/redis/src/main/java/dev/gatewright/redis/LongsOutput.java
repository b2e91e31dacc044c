package dev.gatewright.redis;

import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.CommandOutput;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A script's answer where it is one whole number or several, as a list or as doubles one after the
 * other, lowest byte first; empty for none.
 */
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

  @Override
  public void set(@Nullable ByteBuffer bytes) {
    if (bytes != null) {
      ByteBuffer doubles = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
      output = new long[doubles.remaining() / Double.BYTES];
      for (int i = 0; i < output.length; i++) {
        output[i] = (long) doubles.getDouble();
      }
    }
  }
}
