// clean
package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class GoodName {
  @Secured
  @RateLimited(permits = 60, per = "1m", name = "Orders_v2.per-minute")
  void list() {}

  @Secured
  @RateLimited(permits = 60, per = "1m", name = "change")
  void ändern(String id) {}
}
