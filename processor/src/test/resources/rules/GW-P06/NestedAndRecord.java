// clean
package orders;

import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;

class NestedAndRecord {
  @Secured(policies = {OwnsOrder.class, Within.class})
  void find(String id) {}

  protected static class OwnsOrder {
    public boolean permits(Caller caller, String id) {
      return caller.subject().equals(id);
    }
  }

  record Within(int hours) {
    public boolean permits(Caller caller) {
      return caller.mfa() && hours > 0;
    }
  }
}
