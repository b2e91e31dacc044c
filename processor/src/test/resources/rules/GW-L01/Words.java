package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

// expect 34: [GW-L01] @RateLimited at Words has per = "1 minute": it must be a whole number and a unit (ms, s, m, h, d), from 1ms to 366d. Fix: write it as in "1m".
@RateLimited(permits = 60, per = "1 minute")
@Secured
class Words {
  void list() {}

  void find(String id) {}
}
