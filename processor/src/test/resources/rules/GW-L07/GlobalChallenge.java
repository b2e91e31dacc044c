package orders;

import static dev.gatewright.LimitKey.GLOBAL;
import static dev.gatewright.OnLimit.CHALLENGE;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class GlobalChallenge {
  @Secured
  // expect 69: [GW-L07] @RateLimited at GlobalChallenge.list() counts globally with onLimit = CHALLENGE: one client would pay for all the others. Fix: count by another key, or remove onLimit.
  @RateLimited(permits = 1_000, per = "1s", key = GLOBAL, onLimit = CHALLENGE)
  void list() {}
}
