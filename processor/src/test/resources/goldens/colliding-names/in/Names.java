package dev.gatewright.golden;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import dev.gatewright.runtime.caller.Caller;

@Secured(policies = {Names.Default.class, Names.Gate.class})
@ValidatedInput
public class Names {
  public static class Default {
    public boolean permits(Caller caller) {
      return true;
    }
  }

  public static class Gate {
    public boolean permits(Caller caller, String gate) {
      return true;
    }
  }

  private final String delegate;

  public Names(String gate, String names) {
    delegate = gate + names;
  }

  public String enter(String gate, String passage, String violations, String passage2) {
    return delegate;
  }

  public String endpoint_Policies(String gate, int FIND, String LIST) {
    return delegate;
  }

  public void list(String gate, Object $, Object _a) {}

  public <Passage> Passage generic(String gate, Passage value) {
    return value;
  }
}
