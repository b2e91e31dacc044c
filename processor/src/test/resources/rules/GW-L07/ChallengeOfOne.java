// clean
package orders;

import static dev.gatewright.Counted.FAILED_AUTHENTICATIONS;
import static dev.gatewright.LimitKey.ADDRESS;
import static dev.gatewright.LimitKey.GLOBAL;
import static dev.gatewright.OnLimit.CHALLENGE;
import static dev.gatewright.OnLimit.REFUSE;
import static dev.gatewright.Strategy.SLIDING_WINDOW;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class ChallengeOfOne {
  @Secured
  @RateLimited(permits = 60, per = "1m", onLimit = CHALLENGE)
  void list() {}

  @Secured
  @RateLimited(permits = 5, per = "15m", key = ADDRESS, count = FAILED_AUTHENTICATIONS, onLimit = CHALLENGE)
  void find(String id) {}

  @Secured
  @RateLimited(permits = 1_000, per = "1s", key = GLOBAL, onLimit = REFUSE)
  void count() {}

  @Secured
  @RateLimited(permits = 1_000, per = "1s", key = GLOBAL, strategy = SLIDING_WINDOW)
  void sum() {}
}
