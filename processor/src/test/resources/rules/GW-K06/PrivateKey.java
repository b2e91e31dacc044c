package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class PrivateKey {
  @Secured
  // expect 66: [GW-K06] AccountOfLogIn cannot key a limit of PrivateKey.find(String): it, or a type around it, is private. Fix: make it a concrete class that is visible from package orders.
  @RateLimited(permits = 10, per = "1m", keyedBy = AccountOfLogIn.class)
  void find(String name) {}

  private static class AccountOfLogIn {
    public String key(String name) {
      return name;
    }
  }
}
