// clean
package orders;

import static dev.gatewright.Strategy.LEAKY_BUCKET;
import static dev.gatewright.Strategy.TOKEN_BUCKET;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class BurstOfBucket {
  @Secured
  @RateLimited(permits = 60, per = "1m", strategy = TOKEN_BUCKET, burst = 10)
  @RateLimited(permits = 60, per = "1h", strategy = LEAKY_BUCKET, burst = 10)
  void list() {}
}
