package dev.gatewright.golden;

import dev.gatewright.runtime.caller.Caller;
import org.jspecify.annotations.Nullable;

public class Quota {
  public boolean permits(Caller caller, @Nullable CharSequence to) {
    return to != null;
  }
}
