package orders;

import dev.gatewright.RateLimited;

class LimitAlone {
  @RateLimited(permits = 5, per = "1m")
  // expect 8: [GW-A01] LimitAlone.place(String) is neither @Secured nor @Public: nothing is open by omission. Fix: annotate it with @Secured, or with @Public(reason = "...").
  void place(String order) {}
}
