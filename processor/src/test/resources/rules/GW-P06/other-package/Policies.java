package policies;

import dev.gatewright.runtime.caller.Caller;

public class Policies {
  protected static class OwnsOrder {
    public boolean permits(Caller caller, String id) {
      return caller.subject().equals(id);
    }
  }
}
