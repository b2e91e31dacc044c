package orders;

import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;

interface Transfers {
  // expect 34: [GW-P04] OwnsAccount cannot be a policy of NameMoved.transfer(String, String): OwnsAccount.permits(Caller, String) asks for 'String from', a name that another parameter has in a method which this one overrides. Fix: give each parameter the same name in both.
  @Secured(policies = OwnsAccount.class)
  void transfer(String from, String to);
}

class NameMoved implements Transfers {
  @Override
  public void transfer(String to, String from) {}
}

class OwnsAccount {
  public boolean permits(Caller caller, String from) {
    return caller.subject().equals(from);
  }
}
