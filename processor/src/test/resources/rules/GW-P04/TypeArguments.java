package orders;

import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;
import java.util.List;
import java.util.UUID;

class TypeArguments {
  // expect 33: [GW-P04] OwnsOrders cannot be a policy of TypeArguments.find(List): OwnsOrders.permits(Caller, List) asks for 'List<UUID> ids', but the endpoint has (List<String> ids). Fix: give both the same parameter name and type.
  @Secured(policies = OwnsOrders.class)
  void find(List<String> ids) {}
}

class OwnsOrders {
  public boolean permits(Caller caller, List<UUID> ids) {
    return ids.isEmpty();
  }
}
