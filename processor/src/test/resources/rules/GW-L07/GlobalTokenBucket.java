package orders;

import static dev.gatewright.LimitKey.GLOBAL;
import static dev.gatewright.Strategy.SLIDING_WINDOW;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class GlobalTokenBucket {
  @Secured
  // expect 51: [GW-L07] @RateLimited at GlobalTokenBucket.list() counts globally with TOKEN_BUCKET: a global limit is kept in fixed windows only. Fix: add strategy = FIXED_WINDOW.
  @RateLimited(permits = 1_000, per = "1s", key = GLOBAL)
  void list() {}

  @Secured
  // expect 51: [GW-L07] @RateLimited at GlobalTokenBucket.find(String) counts globally with SLIDING_WINDOW: a global limit is kept in fixed windows only. Fix: add strategy = FIXED_WINDOW.
  @RateLimited(permits = 1_000, per = "1s", key = GLOBAL, strategy = SLIDING_WINDOW)
  void find(String id) {}
}
