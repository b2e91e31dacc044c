// clean
package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class Cost {
  @Secured
  @RateLimited(permits = 60, per = "1m", cost = 1, burst = 0)
  void list() {}
}
