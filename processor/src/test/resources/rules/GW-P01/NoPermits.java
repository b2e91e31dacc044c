package orders;

import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;

class NoPermits {
  // expect 32: [GW-P01] OwnsOrder cannot be a policy of NoPermits.find(String): it has no public method named permits. Fix: give it exactly one 'public boolean permits(Caller, ...)'.
  @Secured(policies = OwnsOrder.class)
  void find(String id) {}
}

class OwnsOrder {
  boolean permits(Caller caller, String id) {
    return caller.subject().equals(id);
  }
}
