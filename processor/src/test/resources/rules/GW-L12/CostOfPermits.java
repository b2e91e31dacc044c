// clean
package orders;

import static dev.gatewright.Strategy.FIXED_WINDOW;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class CostOfPermits {
  @Secured
  @RateLimited(permits = 10, per = "1m", strategy = FIXED_WINDOW, cost = 10)
  void list() {}
}
