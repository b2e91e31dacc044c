package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class NoUnit {
  @Secured
  // expect 36: [GW-L01] @RateLimited at NoUnit.list() has per = "60": it must be a whole number and a unit (ms, s, m, h, d), from 1ms to 366d. Fix: write it as in "1m".
  @RateLimited(permits = 60, per = "60")
  void list() {}
}
