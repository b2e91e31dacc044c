package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class StaticKey {
  @Secured
  // expect 66: [GW-K02] AccountOfLogIn cannot key a limit of StaticKey.find(String): AccountOfLogIn.key(String) is static. Fix: declare it as an instance method that returns String.
  @RateLimited(permits = 10, per = "1m", keyedBy = AccountOfLogIn.class)
  void find(String name) {}
}

class AccountOfLogIn {
  public static String key(String name) {
    return name;
  }
}
