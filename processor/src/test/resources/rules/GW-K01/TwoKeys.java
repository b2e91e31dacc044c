package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class TwoKeys {
  @Secured
  // expect 66: [GW-K01] AccountOfLogIn cannot key a limit of TwoKeys.find(String): it has 2 public methods named key. Fix: give it exactly one 'public String key(...)'.
  @RateLimited(permits = 10, per = "1m", keyedBy = AccountOfLogIn.class)
  void find(String name) {}
}

class AccountOfLogIn {
  public String key() {
    return "";
  }

  public String key(String name) {
    return name;
  }
}
