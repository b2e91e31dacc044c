// clean
package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class OnePermit {
  @Secured
  @RateLimited(permits = 1, per = "1m")
  void list() {}
}
