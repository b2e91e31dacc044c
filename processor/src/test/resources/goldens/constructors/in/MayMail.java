package dev.gatewright.golden;

import dev.gatewright.runtime.auth.Caller;

public class MayMail {
  public boolean permits(Caller caller, long bytes) {
    return bytes < 1_000;
  }
}
