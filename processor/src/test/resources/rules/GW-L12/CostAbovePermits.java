package orders;

import static dev.gatewright.Strategy.FIXED_WINDOW;
import static dev.gatewright.Strategy.SLIDING_WINDOW;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class CostAbovePermits {
  @Secured
  // expect 73: [GW-L12] @RateLimited at CostAbovePermits.list() gives 5 permits, but one call costs 10: no call would ever pass. Fix: raise the permits to at least the cost.
  @RateLimited(permits = 5, per = "1m", strategy = FIXED_WINDOW, cost = 10)
  void list() {}

  @Secured
  // expect 75: [GW-L12] @RateLimited at CostAbovePermits.find(String) gives 5 permits, but one call costs 6: no call would ever pass. Fix: raise the permits to at least the cost.
  @RateLimited(permits = 5, per = "1m", strategy = SLIDING_WINDOW, cost = 6)
  void find(String id) {}
}
