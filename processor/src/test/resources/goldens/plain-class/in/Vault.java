package dev.gatewright.golden;

import dev.gatewright.Public;
import dev.gatewright.Secured;

@Secured
public class Vault extends Safe implements AutoCloseable {
  public void open() {}

  @Public(reason = "anybody may lock it")
  public void lock() {}

  @Override
  public void close() {}

  @Override
  public String toString() {
    return "Vault";
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return 1;
  }

  private void hidden() {}

  static Vault of() {
    return new Vault();
  }
}
