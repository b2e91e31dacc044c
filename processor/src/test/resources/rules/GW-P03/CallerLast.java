package orders;

import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;

class CallerLast {
  // expect 32: [GW-P03] OwnsOrder cannot be a policy of CallerLast.find(String): the first parameter of OwnsOrder.permits(String, Caller) is not a Caller. Fix: make its first parameter a dev.gatewright.runtime.caller.Caller.
  @Secured(policies = OwnsOrder.class)
  void find(String id) {}
}

class OwnsOrder {
  public boolean permits(String id, Caller caller) {
    return caller.subject().equals(id);
  }
}
