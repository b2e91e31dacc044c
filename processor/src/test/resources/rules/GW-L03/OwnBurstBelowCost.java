package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class OwnBurstBelowCost {
  @Secured
  // expect 48: [GW-L03] @RateLimited at OwnBurstBelowCost.list() has a burst of 5, but one call costs 10: no call would ever pass. Fix: raise the burst to at least the cost.
  @RateLimited(permits = 5, per = "1m", cost = 10)
  void list() {}
}
