package dev.gatewright.benchmarks;

import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The callers of a benchmark: the same texts in every fork. */
@State(Scope.Benchmark)
public class Keys {

  /** How many callers there are. */
  @Param({"1", "10000", "1000000"})
  public int count;

  private String[] texts = {};

  /** Writes the keys as an API would see them: opaque, of equal length, without a common prefix. */
  @Setup
  public void write() {
    SplittableRandom random = new SplittableRandom(42);
    texts = new String[count];
    for (int i = 0; i < count; i++) {
      texts[i] = String.format("%016x", random.nextLong());
    }
  }

  /** All keys, in no order; not to be changed. */
  String[] all() {
    return texts;
  }

  /** Draws keys uniformly, without sharing anything between threads. */
  @State(Scope.Thread)
  public static class Draw {

    private final SplittableRandom random = new SplittableRandom();

    /** The next caller. */
    String from(Keys keys) {
      return keys.texts[random.nextInt(keys.texts.length)];
    }
  }
}
