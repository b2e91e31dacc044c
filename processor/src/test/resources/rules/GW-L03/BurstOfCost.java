// clean
package orders;

import static dev.gatewright.Strategy.LEAKY_BUCKET;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class BurstOfCost {
  @Secured
  @RateLimited(permits = 60, per = "1m", burst = 10, cost = 10)
  @RateLimited(permits = 5, per = "1m", burst = 10, cost = 10)
  @RateLimited(permits = 5, per = "1m", strategy = LEAKY_BUCKET, cost = 10)
  void list() {}
}
