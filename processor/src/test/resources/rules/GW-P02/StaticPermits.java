package orders;

import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;

class StaticPermits {
  // expect 32: [GW-P02] OwnsOrder cannot be a policy of StaticPermits.find(String): OwnsOrder.permits(Caller, String) is static. Fix: declare it as an instance method that returns boolean.
  @Secured(policies = OwnsOrder.class)
  void find(String id) {}
}

class OwnsOrder {
  public static boolean permits(Caller caller, String id) {
    return caller.subject().equals(id);
  }
}
