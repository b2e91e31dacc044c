package orders;

import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;

class OtherName {
  // expect 32: [GW-P04] OwnsOrder cannot be a policy of OtherName.find(String): OwnsOrder.permits(Caller, String) asks for 'String order', but the endpoint has (String id). Fix: give both the same parameter name and type.
  @Secured(policies = OwnsOrder.class)
  void find(String id) {}
}

class OwnsOrder {
  public boolean permits(Caller caller, String order) {
    return caller.subject().equals(order);
  }
}
