package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class AbstractKey {
  @Secured
  // expect 66: [GW-K06] AccountOfLogIn cannot key a limit of AbstractKey.find(String): it is abstract. Fix: make it a concrete class that is visible from package orders.
  @RateLimited(permits = 10, per = "1m", keyedBy = AccountOfLogIn.class)
  void find(String name) {}
}

abstract class AccountOfLogIn {
  public abstract String key(String name);
}
