package dev.gatewright.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The callers of a benchmark: the same texts in every fork.
 *
 * <p>Every request brings its key in a {@link String} of its own, made from bytes, of which nobody
 * knows the hash code yet. So does a draw; {@code text=same} draws the same objects again and
 * again, in which maps find the hash codes that they need.
 */
@State(Scope.Benchmark)
public class Keys {

  /** How many callers there are. */
  @Param({"1", "10000", "1000000"})
  public int count;

  /** Whether a draw makes a text of its own. */
  @Param("new")
  public String text = "new";

  private String[] texts = {};
  private byte[][] bytes = {};

  /** Writes the keys as an API would see them: opaque, of equal length, without a common prefix. */
  @Setup
  public void write() {
    SplittableRandom random = new SplittableRandom(42);
    if (!text.equals("new") && !text.equals("same")) {
      throw new IllegalArgumentException("text is " + text + ". Fix: new or same.");
    }
    texts = new String[count];
    bytes = text.equals("new") ? new byte[count][] : new byte[0][];
    for (int i = 0; i < count; i++) {
      texts[i] = String.format("%016x", random.nextLong());
      if (bytes.length > 0) {
        bytes[i] = texts[i].getBytes(ISO_8859_1);
      }
    }
  }

  /** All keys, in no order; not to be changed. */
  String[] all() {
    return texts;
  }

  /** Draws keys uniformly, without sharing anything between threads. */
  @State(Scope.Thread)
  public static class Draw {

    /** In the state itself, which JMH keeps apart from those of other threads. */
    private long drawn = new SplittableRandom().nextLong();

    /** The next caller. Not inlined, or a text that is only read would never be made. */
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    String from(Keys keys) {
      drawn = drawn * 0x5851f42d4c957f2dL + 0x14057b7ef767814fL; // Knuth's MMIX generator.
      int next = (int) (((drawn >>> Integer.SIZE) * keys.texts.length) >>> Integer.SIZE);
      return keys.bytes.length > 0 ? new String(keys.bytes[next], ISO_8859_1) : keys.texts[next];
    }
  }
}
