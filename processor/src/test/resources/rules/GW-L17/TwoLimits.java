// clean
package orders;

import static dev.gatewright.LimitKey.ADDRESS;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class TwoLimits {
  @Secured
  @RateLimited(permits = 10, per = "1m", key = ADDRESS)
  @RateLimited(permits = 10, per = "1m", keyedBy = AccountOfLogIn.class)
  void find(String name) {}
}

class AccountOfLogIn {
  public String key(String name) {
    return name;
  }
}
