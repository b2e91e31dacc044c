// clean
package orders;

import static dev.gatewright.Counted.FAILED_AUTHENTICATIONS;
import static dev.gatewright.LimitKey.ADDRESS;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;

class FailuresByAddress {
  @Public(reason = "Nobody is logged in before logging in.")
  @RateLimited(permits = 5, per = "15m", count = FAILED_AUTHENTICATIONS, key = ADDRESS)
  void logIn(String name) {}
}
