package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class EmptyOrEndless {
  @Secured
  // expect 36: [GW-L01] @RateLimited at EmptyOrEndless.list() has per = "0s": it must be a whole number and a unit (ms, s, m, h, d), from 1ms to 366d. Fix: write it as in "1m".
  @RateLimited(permits = 60, per = "0s")
  // expect 36: [GW-L01] @RateLimited at EmptyOrEndless.list() has per = "367d": it must be a whole number and a unit (ms, s, m, h, d), from 1ms to 366d. Fix: write it as in "1m".
  @RateLimited(permits = 60, per = "367d")
  // expect 36: [GW-L01] @RateLimited at EmptyOrEndless.list() has per = "": it must be a whole number and a unit (ms, s, m, h, d), from 1ms to 366d. Fix: write it as in "1m".
  @RateLimited(permits = 60, per = "")
  // expect 36: [GW-L01] @RateLimited at EmptyOrEndless.list() has per = "99999999999d": it must be a whole number and a unit (ms, s, m, h, d), from 1ms to 366d. Fix: write it as in "1m".
  @RateLimited(permits = 60, per = "99999999999d")
  void list() {}
}
