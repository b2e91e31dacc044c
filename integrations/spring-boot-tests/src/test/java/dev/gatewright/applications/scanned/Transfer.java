package dev.gatewright.applications.scanned;

import dev.gatewright.Public;

/** Has a guard, which is a use case, too. */
@FraudCheck
public class Transfer implements UseCase {
  @Override
  @Public(reason = "there is nothing to it")
  public String run() {
    return "done";
  }
}
