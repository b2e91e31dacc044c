// clean
package orders;

import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;

class SameNameAndType {
  @Secured(policies = OwnsOrder.class)
  void find(String id, int version) {}

  @Secured(policies = OwnsOrder.class)
  void copy(int version, String id) {}
}

class OwnsOrder {
  public boolean permits(Caller caller, CharSequence id, long version) {
    return version > 0 && caller.subject().contentEquals(id);
  }
}
