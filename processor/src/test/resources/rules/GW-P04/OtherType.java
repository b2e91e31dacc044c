package orders;

import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;
import java.util.UUID;

class OtherType {
  // expect 32: [GW-P04] OwnsOrder cannot be a policy of OtherType.find(String): OwnsOrder.permits(Caller, UUID) asks for 'UUID id', but the endpoint has (String id). Fix: give both the same parameter name and type.
  @Secured(policies = OwnsOrder.class)
  void find(String id) {}
}

class OwnsOrder {
  public boolean permits(Caller caller, UUID id) {
    return caller.subject().equals(id.toString());
  }
}
