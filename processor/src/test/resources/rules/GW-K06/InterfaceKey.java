package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class InterfaceKey {
  @Secured
  // expect 66: [GW-K06] AccountOfLogIn cannot key a limit of InterfaceKey.find(String): it is an interface. Fix: make it a concrete class that is visible from package orders.
  @RateLimited(permits = 10, per = "1m", keyedBy = AccountOfLogIn.class)
  void find(String name) {}
}

interface AccountOfLogIn {
  String key(String name);
}
