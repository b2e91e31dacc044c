// clean
package orders;

import static dev.gatewright.Strategy.LEAKY_BUCKET;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class GoodWaits {
  @Secured
  @RateLimited(permits = 10, per = "1s", strategy = LEAKY_BUCKET, maxWait = "1ms")
  void list() {}

  @Secured
  @RateLimited(permits = 10, per = "1s", strategy = LEAKY_BUCKET, maxWait = "30s")
  void find(String id) {}

  @Secured
  @RateLimited(permits = 10, per = "1s", strategy = LEAKY_BUCKET, maxWait = "")
  void count() {}
}
