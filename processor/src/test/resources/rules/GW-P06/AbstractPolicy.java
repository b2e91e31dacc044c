package orders;

import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;

class AbstractPolicy {
  // expect 32: [GW-P06] OwnsOrder cannot be a policy of AbstractPolicy.find(String): it is abstract. Fix: make it a concrete class that is visible from package orders.
  @Secured(policies = OwnsOrder.class)
  void find(String id) {}
}

abstract class OwnsOrder {
  public abstract boolean permits(Caller caller, String id);
}
