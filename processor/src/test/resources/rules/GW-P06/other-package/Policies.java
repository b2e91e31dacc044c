package policies;

import dev.gatewright.runtime.auth.Caller;

public class Policies {
  protected static class OwnsOrder {
    public boolean permits(Caller caller, String id) {
      return caller.subject().equals(id);
    }
  }
}
