package orders;

import static dev.gatewright.Strategy.FIXED_WINDOW;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class WaitOfOthers {
  @Secured
  // expect 52: [GW-L14] @RateLimited at WaitOfOthers.list() has maxWait = "1s" with TOKEN_BUCKET: only a leaky bucket spaces calls out by holding them. Fix: add strategy = LEAKY_BUCKET, or remove maxWait.
  @RateLimited(permits = 10, per = "1m", maxWait = "1s")
  void list() {}

  @Secured
  // expect 52: [GW-L14] @RateLimited at WaitOfOthers.find(String) has maxWait = "1s" with FIXED_WINDOW: only a leaky bucket spaces calls out by holding them. Fix: add strategy = LEAKY_BUCKET, or remove maxWait.
  @RateLimited(permits = 10, per = "1m", maxWait = "1s", strategy = FIXED_WINDOW)
  void find(String id) {}
}
