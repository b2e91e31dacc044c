package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class NoKey {
  @Secured
  // expect 66: [GW-K01] AccountOfLogIn cannot key a limit of NoKey.find(String): it has no public method named key. Fix: give it exactly one 'public String key(...)'.
  @RateLimited(permits = 10, per = "1m", keyedBy = AccountOfLogIn.class)
  void find(String name) {}
}

class AccountOfLogIn {
  String key(String name) {
    return name;
  }
}
