package orders;

import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;

class InnerPolicy {
  // expect 32: [GW-P06] OwnsOrder cannot be a policy of InnerPolicy.find(String): it is an inner class, which no container can build. Fix: make it a concrete class that is visible from package orders.
  @Secured(policies = OwnsOrder.class)
  void find(String id) {}

  class OwnsOrder {
    public boolean permits(Caller caller, String id) {
      return caller.subject().equals(id);
    }
  }
}
