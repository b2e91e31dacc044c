package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class NoPermits {
  @Secured
  // expect 26: [GW-L02] @RateLimited at NoPermits.list() gives 0 permits: a limit needs at least 1. Fix: write how many calls may pass in each period.
  @RateLimited(permits = 0, per = "1m")
  void list() {}

  @Secured
  // expect 26: [GW-L02] @RateLimited at NoPermits.find(String) gives -5 permits: a limit needs at least 1. Fix: write how many calls may pass in each period.
  @RateLimited(permits = -5, per = "1m")
  void find(String id) {}
}
