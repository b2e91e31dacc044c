package dev.gatewright.golden.shadow;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;

/** Named as a type that its guard uses, among types named as those of java.lang. */
public class Gate<List> {
  public static class Passage {}

  @Secured
  @ValidatedInput
  public Passage open(Object key, java.lang.String text, List list) {
    return new Passage();
  }

  @Secured
  public Duration close(String key) {
    return new Duration();
  }
}
