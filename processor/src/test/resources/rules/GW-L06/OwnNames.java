// clean
package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

@RateLimited(permits = 1_000, per = "1d")
@Secured
class OwnNames {
  @RateLimited(permits = 5, per = "1m")
  @RateLimited(permits = 50, per = "1h")
  @RateLimited(permits = 100, per = "1d", name = "daily")
  void place(String order) {}

  @RateLimited(permits = 100, per = "1d", name = "daily")
  void list() {}
}
