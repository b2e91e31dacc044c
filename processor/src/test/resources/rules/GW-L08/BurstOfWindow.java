package orders;

import static dev.gatewright.Strategy.FIXED_WINDOW;
import static dev.gatewright.Strategy.SLIDING_WINDOW;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class BurstOfWindow {
  @Secured
  // expect 75: [GW-L08] @RateLimited at BurstOfWindow.list() has a burst with FIXED_WINDOW: all permits of a window may be taken at once anyway. Fix: remove the burst, or choose TOKEN_BUCKET or LEAKY_BUCKET.
  @RateLimited(permits = 60, per = "1m", strategy = FIXED_WINDOW, burst = 10)
  void list() {}

  @Secured
  // expect 77: [GW-L08] @RateLimited at BurstOfWindow.find(String) has a burst with SLIDING_WINDOW: all permits of a window may be taken at once anyway. Fix: remove the burst, or choose TOKEN_BUCKET or LEAKY_BUCKET.
  @RateLimited(permits = 60, per = "1m", strategy = SLIDING_WINDOW, burst = 10)
  void find(String id) {}
}
