package orders;

import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;

// expect 30: [GW-P04] OwnsOrder cannot be a policy of PolicyOfType.list(): OwnsOrder.permits(Caller, String, int) asks for 'String id' and 'int version', but the endpoint has no parameters. Fix: give both the same parameter name and type.
@Secured(policies = OwnsOrder.class)
class PolicyOfType {
  void find(String id, int version) {}

  void list() {}

  void count() {}
}

class OwnsOrder {
  public boolean permits(Caller caller, String id, int version) {
    return caller.subject().equals(id) && version > 0;
  }
}
