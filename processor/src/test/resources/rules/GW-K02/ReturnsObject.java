package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class ReturnsObject {
  @Secured
  // expect 66: [GW-K02] AccountOfLogIn cannot key a limit of ReturnsObject.find(String): AccountOfLogIn.key(String) does not return String. Fix: declare it as an instance method that returns String.
  @RateLimited(permits = 10, per = "1m", keyedBy = AccountOfLogIn.class)
  void find(String name) {}
}

class AccountOfLogIn {
  public Object key(String name) {
    return name;
  }
}
