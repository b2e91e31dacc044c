// clean
package orders;

import static dev.gatewright.LimitKey.GLOBAL;
import static dev.gatewright.Strategy.FIXED_WINDOW;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class GlobalWindow {
  @Secured
  @RateLimited(permits = 1_000, per = "1s", key = GLOBAL, strategy = FIXED_WINDOW)
  void list() {}
}
