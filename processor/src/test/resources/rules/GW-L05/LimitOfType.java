package orders;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

// expect 1: [GW-L05] @RateLimited at LimitOfType counts by CALLER, but LimitOfType.prices() is @Public: nobody knows who calls it. Fix: count by address with key = ADDRESS.
@RateLimited(permits = 60, per = "1m")
@Secured
class LimitOfType {
  void list() {}

  @Public(reason = "Prices are on the shop's front page.")
  void prices() {}

  @Public(reason = "Offers are on the shop's front page.")
  void offers() {}
}
