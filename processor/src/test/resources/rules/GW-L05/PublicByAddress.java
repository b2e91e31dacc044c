// clean
package orders;

import static dev.gatewright.LimitKey.ADDRESS;
import static dev.gatewright.LimitKey.GLOBAL;
import static dev.gatewright.Strategy.FIXED_WINDOW;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class PublicByAddress {
  @Public(reason = "Prices are on the shop's front page.")
  @RateLimited(permits = 60, per = "1m", key = ADDRESS)
  @RateLimited(permits = 6_000, per = "1m", key = GLOBAL, strategy = FIXED_WINDOW)
  void prices() {}

  @Secured
  @RateLimited(permits = 60, per = "1m")
  void list() {}
}
