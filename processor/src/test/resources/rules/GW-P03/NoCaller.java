package orders;

import dev.gatewright.Secured;

class NoCaller {
  // expect 32: [GW-P03] OwnsOrder cannot be a policy of NoCaller.find(String): the first parameter of OwnsOrder.permits(String) is not a Caller. Fix: make its first parameter a dev.gatewright.runtime.caller.Caller.
  @Secured(policies = OwnsOrder.class)
  void find(String id) {}
}

class OwnsOrder {
  public boolean permits(String id) {
    return id.isEmpty();
  }
}
