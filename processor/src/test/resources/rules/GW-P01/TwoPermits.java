package orders;

import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;

class TwoPermits {
  // expect 32: [GW-P01] OwnsOrder cannot be a policy of TwoPermits.find(String): it has 2 public methods named permits. Fix: give it exactly one 'public boolean permits(Caller, ...)'.
  @Secured(policies = OwnsOrder.class)
  void find(String id) {}
}

class OwnsOrder {
  public boolean permits(Caller caller, String id) {
    return caller.subject().equals(id);
  }

  public boolean permits(Caller caller) {
    return caller.mfa();
  }
}
