// clean
package orders;

import static dev.gatewright.LimitKey.GLOBAL;
import static dev.gatewright.Strategy.FIXED_WINDOW;
import static dev.gatewright.Strategy.LEAKY_BUCKET;
import static dev.gatewright.Strategy.SLIDING_WINDOW;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class WithinCounters {
  @Secured
  @RateLimited(permits = 4_194_303, per = "1ms", strategy = FIXED_WINDOW)
  void list() {}

  @Secured
  @RateLimited(permits = 524_287, per = "1m", strategy = SLIDING_WINDOW)
  void find(String id) {}

  @Secured
  @RateLimited(permits = 10_000_000, per = "1s")
  void count() {}

  @Secured
  @RateLimited(permits = 1, per = "366d", burst = 36)
  void sum() {}

  @Secured
  @RateLimited(permits = 1, per = "366d", strategy = LEAKY_BUCKET, cost = 36)
  void copy() {}

  @Secured
  @RateLimited(permits = 1_073_741_823, per = "1ms", strategy = FIXED_WINDOW, key = GLOBAL)
  void move() {}
}
