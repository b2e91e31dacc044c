// clean
package orders;

import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;

class UncheckedException {
  @Secured(policies = OwnsOrder.class)
  void find(String id) {}
}

class OwnsOrder {
  public boolean permits(Caller caller, String id) throws IllegalStateException {
    throw new IllegalStateException(id);
  }
}
