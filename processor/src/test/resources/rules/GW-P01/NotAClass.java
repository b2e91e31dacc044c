package orders;

import dev.gatewright.Secured;

class NotAClass {
  // expect 26: [GW-P01] int cannot be a policy of NotAClass.find(String): it has no public method named permits. Fix: give it exactly one 'public boolean permits(Caller, ...)'.
  @Secured(policies = int.class)
  void find(String id) {}
}
