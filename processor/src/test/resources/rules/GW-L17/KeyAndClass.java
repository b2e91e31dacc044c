package orders;

import static dev.gatewright.LimitKey.ADDRESS;
import static dev.gatewright.LimitKey.CALLER;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class KeyAndClass {
  @Secured
  // expect 48: [GW-L17] @RateLimited at KeyAndClass.find(String) has both key = ADDRESS and keyedBy = AccountOfLogIn: a limit counts by one of them. Fix: remove one of the two, or write two limits.
  @RateLimited(permits = 10, per = "1m", key = ADDRESS, keyedBy = AccountOfLogIn.class)
  void find(String name) {}

  @Secured
  // expect 80: [GW-L17] @RateLimited at KeyAndClass.copy(String) has both key = CALLER and keyedBy = AccountOfLogIn: a limit counts by one of them. Fix: remove one of the two, or write two limits.
  @RateLimited(permits = 10, per = "1m", keyedBy = AccountOfLogIn.class, key = CALLER)
  void copy(String name) {}
}

class AccountOfLogIn {
  public String key(String name) {
    return name;
  }
}
