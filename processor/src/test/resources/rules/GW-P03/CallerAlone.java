// clean
package orders;

import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;

class CallerAlone {
  @Secured(policies = WorksToday.class)
  void find(String id) {}
}

class WorksToday {
  public boolean permits(Caller caller) {
    return caller.mfa();
  }
}
