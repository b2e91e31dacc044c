// clean
package orders;

import static dev.gatewright.Counted.FAILED_AUTHENTICATIONS;
import static dev.gatewright.LimitKey.ADDRESS;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;

class FailuresByAddressAndAccount {
  @Public(reason = "Nobody is logged in before logging in.")
  @RateLimited(permits = 5, per = "15m", count = FAILED_AUTHENTICATIONS, key = ADDRESS)
  @RateLimited(permits = 20, per = "1d", count = FAILED_AUTHENTICATIONS, keyedBy = AccountOfLogIn.class)
  void logIn(String name) {}
}

class AccountOfLogIn {
  public String key(String name) {
    return name;
  }
}
