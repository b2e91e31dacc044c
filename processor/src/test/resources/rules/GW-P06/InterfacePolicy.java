package orders;

import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;

class InterfacePolicy {
  // expect 32: [GW-P06] OwnsOrder cannot be a policy of InterfacePolicy.find(String): it is an interface. Fix: make it a concrete class that is visible from package orders.
  @Secured(policies = OwnsOrder.class)
  void find(String id) {}
}

interface OwnsOrder {
  boolean permits(Caller caller, String id);
}
