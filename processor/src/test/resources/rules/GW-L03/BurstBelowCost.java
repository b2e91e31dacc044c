package orders;

import static dev.gatewright.Strategy.LEAKY_BUCKET;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class BurstBelowCost {
  @Secured
  // expect 50: [GW-L03] @RateLimited at BurstBelowCost.list() has a burst of 5, but one call costs 10: no call would ever pass. Fix: raise the burst to at least the cost.
  @RateLimited(permits = 60, per = "1m", burst = 5, cost = 10)
  void list() {}

  @Secured
  // expect 75: [GW-L03] @RateLimited at BurstBelowCost.find(String) has a burst of 9, but one call costs 10: no call would ever pass. Fix: raise the burst to at least the cost.
  @RateLimited(permits = 60, per = "1m", strategy = LEAKY_BUCKET, burst = 9, cost = 10)
  void find(String id) {}
}
