package orders;

import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;

class VoidPermits {
  // expect 32: [GW-P02] OwnsOrder cannot be a policy of VoidPermits.find(String): OwnsOrder.permits(Caller, String) does not return boolean. Fix: declare it as an instance method that returns boolean.
  @Secured(policies = OwnsOrder.class)
  void find(String id) {}
}

class OwnsOrder {
  public void permits(Caller caller, String id) {}
}
