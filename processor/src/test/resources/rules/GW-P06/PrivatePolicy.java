package orders;

import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;

class PrivatePolicy {
  // expect 32: [GW-P06] OwnsOrder cannot be a policy of PrivatePolicy.find(String): it, or a type around it, is private. Fix: make it a concrete class that is visible from package orders.
  @Secured(policies = OwnsOrder.class)
  void find(String id) {}

  private static class OwnsOrder {
    public boolean permits(Caller caller, String id) {
      return caller.subject().equals(id);
    }
  }
}
