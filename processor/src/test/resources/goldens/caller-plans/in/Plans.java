package dev.gatewright.figures;

import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.caller.CallerPlans;

record Plans(String byDefault) implements CallerPlans {
  @Override
  public String plan(Caller caller) {
    return byDefault;
  }
}
