package orders;

import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;

class NotPublicBeside {
  // expect 34: [GW-P01] OwnsAccount cannot be a policy of NotPublicBeside.find(int): it has another method named permits beside the public one, which could be called instead. Fix: give it exactly one 'public boolean permits(Caller, ...)'.
  @Secured(policies = OwnsAccount.class)
  void find(int id) {}
}

class OwnsAccount {
  public boolean permits(Caller caller, long id) {
    return permits(caller, (int) id);
  }

  boolean permits(Caller caller, int id) {
    return id > 0;
  }
}
