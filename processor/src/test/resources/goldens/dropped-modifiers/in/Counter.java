package dev.gatewright.golden;

import dev.gatewright.Secured;

@Secured
public class Counter {
  public synchronized int next() {
    return 1;
  }

  public native int hardware();
}
