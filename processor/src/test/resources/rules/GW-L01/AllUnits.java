// clean
package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class AllUnits {
  @Secured
  @RateLimited(permits = 1, per = "100ms")
  @RateLimited(permits = 5, per = "1s")
  @RateLimited(permits = 60, per = "1m")
  @RateLimited(permits = 600, per = "1h")
  @RateLimited(permits = 100_000, per = "366d")
  void list() {}
}
