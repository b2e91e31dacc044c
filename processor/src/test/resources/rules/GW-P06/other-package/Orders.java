package orders;

import dev.gatewright.Secured;

class Orders extends policies.Policies {
  // expect 32: [GW-P06] OwnsOrder cannot be a policy of Orders.find(String): it is in another package and not public. Fix: make it a concrete class that is visible from package orders.
  @Secured(policies = OwnsOrder.class)
  void find(String id) {}
}
