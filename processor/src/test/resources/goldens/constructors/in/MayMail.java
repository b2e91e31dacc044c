package dev.gatewright.golden;

import dev.gatewright.runtime.caller.Caller;

public class MayMail {
  public boolean permits(Caller caller, long bytes) {
    return bytes < 1_000;
  }
}
