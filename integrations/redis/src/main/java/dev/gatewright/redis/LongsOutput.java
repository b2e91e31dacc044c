package dev.gatewright.redis;

import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.CommandOutput;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * A script's answer: one whole number, or several as doubles one after the other, lowest byte
 * first; empty for none.
 */
final class LongsOutput extends CommandOutput<String, String, long[]> {
  private static final long[] NONE = {};

  LongsOutput() {
    super(StringCodec.ASCII, NONE);
  }

  @Override
  public void set(long integer) {
    output = new long[] {integer};
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
