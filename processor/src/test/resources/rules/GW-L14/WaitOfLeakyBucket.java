// clean
package orders;

import static dev.gatewright.Strategy.LEAKY_BUCKET;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class WaitOfLeakyBucket {
  @Secured
  @RateLimited(permits = 10, per = "1m", maxWait = "1s", strategy = LEAKY_BUCKET)
  void list() {}

  @Secured
  @RateLimited(permits = 10, per = "1m", maxWait = "")
  void find(String id) {}
}
