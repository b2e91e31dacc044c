package orders;

import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;
import java.io.IOException;

class CheckedException {
  // expect 32: [GW-P05] OwnsOrder cannot be a policy of CheckedException.find(String): OwnsOrder.permits(Caller, String) throws IOException, a checked exception that no guard declares. Fix: decide inside permits, or throw an unchecked exception.
  @Secured(policies = OwnsOrder.class)
  void find(String id) {}
}

class OwnsOrder {
  public boolean permits(Caller caller, String id) throws IOException {
    throw new IOException(id);
  }
}
