// clean
package orders;

import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;

class ExactlyOne {
  @Secured(policies = OwnsOrder.class)
  void find(String id) {}
}

class OwnsOrder extends Policy {
  boolean permits(String id) {
    return id.isEmpty();
  }
}

class Policy {
  public boolean permits(Caller caller, String id) {
    return caller.subject().equals(id);
  }
}
