package orders;

import static dev.gatewright.LimitKey.ARGUMENT;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class ArgumentByHand {
  @Secured
  // expect 48: [GW-L16] @RateLimited at ArgumentByHand.list() has key = ARGUMENT, which follows from keyedBy and says nothing by itself. Fix: remove it, and name a class with keyedBy.
  @RateLimited(permits = 10, per = "1m", key = ARGUMENT)
  void list() {}

  @Secured
  // expect 48: [GW-L16] @RateLimited at ArgumentByHand.find(String) has key = ARGUMENT, which follows from keyedBy and says nothing by itself. Fix: remove it, and name a class with keyedBy.
  @RateLimited(permits = 10, per = "1m", key = ARGUMENT, keyedBy = AccountOfLogIn.class)
  void find(String name) {}
}

class AccountOfLogIn {
  public String key(String name) {
    return name;
  }
}
