package orders;

import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;

interface Found {
  // expect 34: [GW-P06] OwnsAccount cannot be a policy of HiddenByMember.find(String): a member class of the guarded class has the same name, and hides it. Fix: make it a concrete class that is visible from package orders.
  @Secured(policies = OwnsAccount.class)
  void find(String id);
}

class HiddenByMember implements Found {
  static class OwnsAccount {
    public boolean permits(Caller caller, String id) {
      return true;
    }
  }

  @Override
  public void find(String id) {}
}

class OwnsAccount {
  public boolean permits(Caller caller, String id) {
    return caller.subject().equals(id);
  }
}
