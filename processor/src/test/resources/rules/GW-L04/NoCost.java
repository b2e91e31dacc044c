package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class NoCost {
  @Secured
  // expect 49: [GW-L04] @RateLimited at NoCost.list() has a cost of 0: it must be at least 1. Fix: remove it, or raise it to at least 1.
  @RateLimited(permits = 60, per = "1m", cost = 0)
  void list() {}

  @Secured
  // expect 50: [GW-L04] @RateLimited at NoCost.find(String) has a burst of -1: it must be at least 1. Fix: remove it, or raise it to at least 1.
  // expect 61: [GW-L04] @RateLimited at NoCost.find(String) has a cost of -2: it must be at least 1. Fix: remove it, or raise it to at least 1.
  @RateLimited(permits = 60, per = "1m", burst = -1, cost = -2)
  void find(String id) {}
}
